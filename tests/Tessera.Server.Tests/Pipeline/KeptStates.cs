using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Tessera.Domain;
using Tessera.Segments.Live;
using Tessera.Server.Hosting;
using Tessera.Server.Segments.Live;
using Tessera.Server.Segments.Live.Storage;

namespace Tessera.Server.Tests.Pipeline;

/// <summary>What segments keep of the customers of a workspace: states as bytes, to be compared at one instant.</summary>
internal sealed class KeptStates
{
    private readonly Dictionary<Guid, byte[]> states;
    private readonly LivePlan plan;

    private KeptStates(Dictionary<Guid, byte[]> states, LivePlan plan) => (this.states, this.plan) = (states, plan);

    /// <summary>Reads all, once they are in the file.</summary>
    public static async Task<KeptStates> ReadAsync(TesseraServer server, WorkspaceKey workspace)
    {
        // To forget somebody writes everything that is only in memory.
        await server.Services.GetRequiredService<LiveMembership>().ForgetAsync(workspace, [Guid.Empty], CancellationToken.None);
        var segments = await server.Services.GetRequiredService<LivePlans>().FindAsync(workspace, CancellationToken.None);
        await using var connection = new SqliteConnection($"Data Source={server.Services.GetRequiredService<LiveFile>().Path};Pooling=false");
        var rows = await connection.QueryAsync<(byte[] Profile, byte[] State)>("SELECT profile, state FROM states WHERE workspace = @Workspace", new { Workspace = workspace.Value });
        return new KeptStates(rows.ToDictionary(row => PlaceBytes.Profile(row.Profile), row => row.State), segments);
    }

    /// <summary>Each customer's memberships, next instant and all that is kept of them, evaluated at an instant; in the order of their ids.</summary>
    public IReadOnlyList<string> At(DateTimeOffset instant) =>
    [
        .. states.OrderBy(state => state.Key).Select(state =>
        {
            var read = ProfileState.Read(state.Value, plan.Segments, _ => throw new InvalidOperationException("A state is of other segments."));
            read.Reconsider();
            var next = read.Evaluate(instant).NextInstant;
            return $"{state.Key} {string.Join(',', read.Memberships.Order(StringComparer.Ordinal))} {next:O} {Convert.ToHexString(read.Write())}";
        }),
    ];
}
