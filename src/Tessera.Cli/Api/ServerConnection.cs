using Tessera.Server.Hosting;

namespace Tessera.Cli.Api;

/// <summary>A server to talk to, and with it the server itself when it runs for this command only.</summary>
internal sealed class ServerConnection(TesseraApi api, TesseraServer? hosted) : IAsyncDisposable
{
    public TesseraApi Api { get; } = api;

    /// <summary>Whether the server ends with this command.</summary>
    public bool IsHosted => hosted is not null;

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        if (hosted is not null)
        {
            await hosted.DisposeAsync();
        }
    }
}
