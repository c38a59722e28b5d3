using Microsoft.Extensions.DependencyInjection;
using Tessera.ClickHouse;
using Tessera.Server.Privacy.Engine;

namespace Tessera.Server.Tests.Privacy;

/// <summary>Whoever adds a table has to say what an erasure does with it.</summary>
[Collection(SharedServer.Name)]
public sealed class PersonTablesTests(ServerFixture server)
{
    // Not about persons, or handled by a hand of their own.
    private static readonly string[] Others = ["rejected_events", "rfm_switches", "schema_migrations", "tessera_migrations"];

    [Fact]
    public async Task Tables_OfTheEngine_AreErasedFromOrHoldNothingOfPersons()
    {
        var all = await server.Services.GetRequiredService<ClickHouseClient>().ListAsync<string>(
            new Statement("SELECT name FROM system.tables WHERE database = currentDatabase() AND engine LIKE '%MergeTree' ORDER BY name"));
        var erased = (await server.Services.GetRequiredService<EngineErasure>().TablesAsync(CancellationToken.None)).ConvertAll(table => table.Name);

        erased.ShouldContain("events", StringComparer.Ordinal);
        erased.ShouldContain("identities", StringComparer.Ordinal);
        all.Except(erased, StringComparer.Ordinal).Except(Others, StringComparer.Ordinal).ShouldBeEmpty(
            "an erasure deletes rows by profile_id or node_id: give the table one of these columns, or name it here when it holds nothing of persons");
    }
}
