using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Tessera.ClickHouse;

namespace Tessera.Server.Tests.Imports;

/// <summary>A fresh workspace on the shared server, a client that imports into it, and a look at what arrived.</summary>
internal sealed class ImportScene : IDisposable
{
    private readonly ServerFixture server;

    private ImportScene(ServerFixture server, string workspace)
    {
        this.server = server;
        Workspace = workspace;
        Client = new ImportClient(server.AdminClient(workspace));
    }

    /// <summary>The workspace's key.</summary>
    public string Workspace { get; }

    /// <summary>Sends files into it.</summary>
    public ImportClient Client { get; }

    public static async Task<ImportScene> CreateAsync(ServerFixture server, string prefix) => new(server, await server.CreateWorkspaceAsync(prefix));

    /// <summary>The state of an import.</summary>
    public static string State(JsonElement import) => import.GetProperty("state").GetString()!;

    /// <summary>What was told about an import.</summary>
    public static IReadOnlyList<string> Notes(JsonElement import) => [.. import.GetProperty("mappingNotes").EnumerateArray().Select(note => note.GetString()!)];

    /// <summary>The rows of an import: read, accepted, rejected, duplicate.</summary>
    public static (long Read, long Accepted, long Rejected, long Duplicate) Rows(JsonElement import)
    {
        State(import).ShouldBeOneOf("done", "failed");
        return (Number("rowsRead"), Number("rowsAccepted"), Number("rowsRejected"), Number("rowsDuplicate"));

        long Number(string name) => import.GetProperty(name).GetInt64();
    }

    /// <summary>Some columns of the order lines, separated by bars.</summary>
    public Task<List<string>> LinesAsync(string columns) =>
        QueryAsync($"SELECT {columns} FROM order_lines WHERE workspace = {{workspace:String}} ORDER BY order_id, sku, kind, occurrence");

    /// <summary>The rows of a query, their values separated by bars. What is compared is written in the tests; no value becomes SQL.</summary>
    public async Task<List<string>> QueryAsync(string sql)
    {
        var clickHouse = server.Services.GetRequiredService<ClickHouseClient>();
        var rows = new List<string>();
        using var reader = new StreamReader(await clickHouse.StreamAsync(new Statement(sql).With("workspace", Workspace), "TSVRaw"));
        while (await reader.ReadLineAsync() is { } row)
        {
            rows.Add(row.Replace('\t', '|'));
        }

        return rows;
    }

    public void Dispose() => Client.Dispose();
}
