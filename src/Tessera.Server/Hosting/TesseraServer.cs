using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Tessera.Server.Access.Sessions;
using Tessera.Server.Hosting.Analytics;
using Tessera.Server.Hosting.Metrics;
using Tessera.Server.Hosting.OpenApi;

namespace Tessera.Server.Hosting;

/// <summary>
/// One Tessera server on one data directory: the web app, the API, the metadata and the analytical engine, from
/// <see cref="StartAsync"/> until it is disposed.
/// </summary>
public sealed class TesseraServer : IAsyncDisposable
{
    private readonly TesseraServerOptions options;
    private readonly DataDirectory directory;
    private readonly DataDirectoryLock claim;
    private readonly WebApplication app;

    private TesseraServer(TesseraServerOptions options, DataDirectory directory, DataDirectoryLock claim, WebApplication app)
    {
        this.options = options;
        this.directory = directory;
        this.claim = claim;
        this.app = app;
    }

    /// <summary>Where the server answers; known once it has started.</summary>
    public Uri Address { get; private set; } = TesseraServerOptions.DefaultUrl;

    /// <summary>The services of the server, for tests.</summary>
    internal IServiceProvider Services => app.Services;

    /// <summary>Claims the data directory and puts the server together; nothing runs or answers yet.</summary>
    /// <exception cref="TesseraException">The directory is in use or cannot be written, or an address makes no sense.</exception>
    public static async Task<TesseraServer> CreateAsync(TesseraServerOptions options, CancellationToken cancellationToken = default)
    {
        ListenAddress.Check(options.Urls);
        var claimed = new DataDirectory(options.DataDirectory);
        var held = await DataDirectoryLock.AcquireAsync(claimed, options.Time, cancellationToken);
        try
        {
            if (File.Exists(claimed.RestoringFile))
            {
                throw new TesseraException(
                    $"{claimed.Root} holds half of a backup, for restoring it was interrupted; run \"./tessera restore\" again with --data {claimed.Root}, or remove the directory.");
            }

            return new TesseraServer(options, claimed, held, ServerComposition.Build(options, claimed));
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Writes the OpenAPI document; needs neither a data directory nor the engine. Same version, same bytes.</summary>
    public static Task WriteOpenApiAsync(Stream destination, CancellationToken cancellationToken = default) =>
        OpenApiWriter.WriteAsync(destination, cancellationToken);

    /// <summary>Brings metadata and engine up and begins to answer.</summary>
    /// <exception cref="TesseraException">Something the person at the keyboard can mend: a port taken, a damaged file, no engine.</exception>
    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        ListenAddress.Probe(options.Urls);
        await Services.GetRequiredService<MetadataDatabase>()
            .MigrateAsync(EmbeddedSql.Migrations("Metadata"), options.Time, cancellationToken);
        foreach (var step in Services.GetServices<IStartupStep>())
        {
            await step.RunAsync(cancellationToken);
        }

        await Services.GetRequiredService<EngineStartup>().RunAsync(cancellationToken);
        Services.GetRequiredService<MetricsCollector>();
        Services.GetRequiredService<ServerMeter>();
        await ListenAsync(cancellationToken);
        new ServerRecord(Environment.ProcessId, Address, options.Time.GetUtcNow()).Write(directory);
    }

    /// <summary>Ends when the server stops by itself because one of its background jobs failed for good; its log says why.</summary>
    public Task UntilFailedAsync(CancellationToken cancellationToken = default)
    {
        var failed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        app.Lifetime.ApplicationStopping.Register(failed.SetResult);
        return failed.Task.WaitAsync(cancellationToken);
    }

    /// <summary>A link that signs a browser in, once; see <c>docs/operations/access.md</c>.</summary>
    public async Task<Uri> CreateSignInLinkAsync(CancellationToken cancellationToken = default) =>
        (await Services.GetRequiredService<SignInLinks>().CreateAsync(Address, cancellationToken)).Url;

    /// <summary>Stops answering, lets running requests and jobs end, stops the engine and gives the data directory back.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20), options.Time);
            await app.StopAsync(patience.Token);
        }
        finally
        {
            await app.DisposeAsync();
            File.Delete(directory.ServerFile);
            claim.Dispose();
        }
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException exception)
        {
            throw ListenAddress.Refused(options.Urls, exception);
        }

        var addresses = Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses;
        Address = ListenAddress.ForVisitors(new Uri(addresses.First()));
    }
}
