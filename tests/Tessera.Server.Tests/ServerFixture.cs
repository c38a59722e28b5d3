using System.Globalization;
using System.IO.Compression;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Tessera.Server.Hosting;

namespace Tessera.Server.Tests;

/// <summary>
/// A real server on a random port, on a temporary data directory, with the real engine (the ClickHouse server that
/// TESSERA_CLICKHOUSE_URL names, when it is set); started once and shared by every test class of <see cref="SharedServer"/>.
/// </summary>
/// <remarks>
/// Isolation is by workspace: a test class asks for a fresh one with <see cref="CreateWorkspaceAsync"/> and speaks to it with
/// the client it gets. <see cref="Services"/> reaches into the server's own services.
/// </remarks>
public sealed class ServerFixture : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("tessera-server-tests-").FullName;
    private TesseraServer? server;
    private int workspaces;

    /// <summary>Where the server answers.</summary>
    public Uri Address => Server.Address;

    /// <summary>The data directory.</summary>
    public string DataDirectory => Path.Combine(folder, "data");

    /// <summary>A small stand-in for the built web app: a page, and a hashed script with a gzip copy.</summary>
    public string WebAppDirectory => Path.Combine(folder, "dist");

    internal IServiceProvider Services => Server.Services;

    internal string AdminToken => File.ReadAllText(Path.Combine(DataDirectory, "admin.token")).Trim();

    private TesseraServer Server => server ?? throw new InvalidOperationException("The server has not started.");

    public async Task InitializeAsync()
    {
        WriteWebApp(WebAppDirectory);
        server = await TesseraServer.CreateAsync(new TesseraServerOptions
        {
            DataDirectory = DataDirectory,
            WebAppDirectory = WebAppDirectory,
            Urls = [new Uri("http://127.0.0.1:0")],
            ClickHouseUrl = ExternalEngine(),
            EngineMemoryBytes = 1L << 30,
            AllowPrivateWebhooks = true,
        });
        await server.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await Server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A client without token or cookie; keeps no cookies.</summary>
    public HttpClient AnonymousClient() => new(new SocketsHttpHandler { UseCookies = false, UseProxy = false }) { BaseAddress = Address };

    /// <summary>A client with the administrator's token.</summary>
    /// <param name="workspace">The workspace it speaks to; null: none named, so <c>default</c>.</param>
    public HttpClient AdminClient(string? workspace = null)
    {
        var client = AnonymousClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", AdminToken);
        if (workspace is not null)
        {
            client.DefaultRequestHeaders.Add("Tessera-Workspace", workspace);
        }

        return client;
    }

    /// <summary>Creates an empty workspace that no other test uses.</summary>
    /// <param name="prefix">Lower-case letters: what the tests are about.</param>
    /// <returns>Its key.</returns>
    public async Task<string> CreateWorkspaceAsync(string prefix = "test")
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{prefix}-{Interlocked.Increment(ref workspaces)}");
        using var client = AdminClient();
        using var response = await client.PostAsJsonAsync("/api/workspaces", new { key, name = key });
        response.EnsureSuccessStatusCode();
        return key;
    }

    /// <summary>With a database of its own, so that what earlier runs left does not matter.</summary>
    private static Uri? ExternalEngine() => Environment.GetEnvironmentVariable("TESSERA_CLICKHOUSE_URL") is { Length: > 0 } url
        ? new UriBuilder(url) { Path = string.Create(CultureInfo.InvariantCulture, $"/tessera_test_{Environment.ProcessId}"), Query = "" }.Uri
        : null;

    private static void WriteWebApp(string directory)
    {
        Directory.CreateDirectory(Path.Combine(directory, "assets"));
        File.WriteAllText(Path.Combine(directory, "index.html"), "<!doctype html><title>Tessera</title>");
        File.WriteAllText(Path.Combine(directory, "assets", "app-1a2b3c.js"), "console.log(1)");
        using var copy = new GZipStream(File.Create(Path.Combine(directory, "assets", "app-1a2b3c.js.gz")), CompressionLevel.Fastest);
        copy.Write("console.log(1)"u8);
    }
}
