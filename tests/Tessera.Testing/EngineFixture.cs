using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Tessera.Engine;
using Xunit;

namespace Tessera.Testing;

/// <summary>
/// An engine for the tests of one collection: a fresh one in a temporary directory, or, when TESSERA_CLICKHOUSE_URL is
/// set, the ClickHouse server it names (user and password in the address). Tests keep apart by a database each.
/// </summary>
public sealed class EngineFixture : IAsyncLifetime
{
    private readonly string directory = Directory.CreateTempSubdirectory("tessera-engine-").FullName;
    private int databases;

    /// <summary>Where the engine answers. Ask again after a restart.</summary>
    public EngineEndpoint Endpoint => Supervisor?.Endpoint ?? External()!;

    /// <summary>The supervisor of the embedded engine; null when the tests run on a server.</summary>
    public EngineSupervisor? Supervisor { get; private set; }

    /// <summary>The supervisor, for a test of what only the embedded engine does; on a server, which is not ours to kill, the test is skipped.</summary>
    public EngineSupervisor RequireSupervisor()
    {
        Skip.If(Supervisor is null, "This is a matter of the embedded engine.");
        return Supervisor;
    }

    /// <summary>A client with the credentials set.</summary>
    public HttpClient Http { get; private set; } = new();

    public async Task InitializeAsync()
    {
        if (External() is null)
        {
            var options = new EngineOptions() { DataDirectory = Path.Combine(directory, "engine"), MemoryBytes = 1024L * 1024 * 1024, Connections = 4 };
            Supervisor = new EngineSupervisor(options, TimeProvider.System, NullLogger<EngineSupervisor>.Instance);
            await Supervisor.StartAsync(CancellationToken.None);
        }

        Http = CreateClient();
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        if (Supervisor is not null)
        {
            await Supervisor.DisposeAsync();
        }

        Directory.Delete(directory, recursive: true);
    }

    /// <summary>Creates an empty database of its own for a test and answers with its name.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"test_{Environment.ProcessId}_{Interlocked.Increment(ref databases)}");
        await RunAsync($"DROP DATABASE IF EXISTS {name}");
        await RunAsync($"CREATE DATABASE {name}");
        return name;
    }

    /// <summary>Runs a statement and answers with the text of its result; an error is a failed test.</summary>
    /// <param name="sql">One statement.</param>
    /// <param name="query">Further parts of the address: database=…&amp;param_x=…</param>
    public async Task<string> RunAsync(string sql, string query = "")
    {
        using var content = new StringContent(sql);
        using var response = await Http.PostAsync(new Uri("/?" + query, UriKind.Relative), content);
        var text = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode ? text : throw new InvalidOperationException($"{sql}: {text}");
    }

    /// <summary>A further client of the engine, with the credentials set and no timeout.</summary>
    public HttpClient CreateClient()
    {
        var endpoint = Endpoint;
        var client = new HttpClient() { BaseAddress = endpoint.BaseAddress, Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{endpoint.User}:{endpoint.Password}")));
        return client;
    }

    private static EngineEndpoint? External()
    {
        if (Environment.GetEnvironmentVariable("TESSERA_CLICKHOUSE_URL") is not { Length: > 0 } text)
        {
            return null;
        }

        var address = new UriBuilder(text);
        var user = address.UserName.Length > 0 ? Uri.UnescapeDataString(address.UserName) : "default";
        var password = Uri.UnescapeDataString(address.Password);
        address.UserName = address.Password = "";
        return new EngineEndpoint(address.Uri, user, password);
    }
}
