using Tessera.Cli.Api;

namespace Tessera.Cli.Output;

/// <summary>Passes a file from the server on to the output as it is, however long.</summary>
internal static class FileOutput
{
    public static async Task CopyAsync(TesseraApi api, string path, ProgramEnvironment environment, CancellationToken cancellationToken)
    {
        await environment.Out.FlushAsync(cancellationToken);
        await using var output = environment.OpenOut();
        await api.CopyAsync(path, output, cancellationToken);
    }
}
