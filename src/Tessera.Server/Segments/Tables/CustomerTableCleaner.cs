using Tessera.ClickHouse;
using Tessera.Server.Hosting;

namespace Tessera.Server.Segments.Tables;

/// <summary>Frees the rows of versions that nobody may read any more, including those a crash left half written.</summary>
internal sealed class CustomerTableCleaner(CustomerTableVersions versions, ClickHouseClient engine)
{
    private static readonly string Stored = EmbeddedSql.Read("Segments/Tables/StoredVersions.sql");
    private static readonly string Drop = EmbeddedSql.Read("Segments/Tables/DropVersion.sql");

    /// <summary>Cleans all tables. Call it only while nothing is being written.</summary>
    public async Task CleanAsync(CancellationToken cancellationToken)
    {
        foreach (var table in Enum.GetValues<CustomerTable>())
        {
            var stored = await engine.ListAsync<long>(new Statement(Stored).With("table", TableName(table)), cancellationToken);
            foreach (var version in await versions.DisposableAsync(table, stored, cancellationToken))
            {
                await DropAsync(table, version, cancellationToken);
            }

            await versions.ForgetAsync(table, cancellationToken);
        }
    }

    /// <summary>Frees the rows of one version.</summary>
    public Task DropAsync(CustomerTable table, long version, CancellationToken cancellationToken) => engine.ExecuteAsync(
        new Statement(Drop).With("table", TableName(table)).With("version", version).AsIdempotent(), cancellationToken);

    private static string TableName(CustomerTable table) => table switch
    {
        CustomerTable.Totals => "customer_totals",
        CustomerTable.Rfm => "rfm_customers",
        CustomerTable.Snapshot => "rfm_snapshots",
        _ => throw new ArgumentOutOfRangeException(nameof(table), table, "No such table."),
    };
}
