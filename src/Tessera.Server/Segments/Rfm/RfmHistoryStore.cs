using System.Data;
using System.Globalization;
using Dapper;
using Tessera.Domain;
using Tessera.Server.Hosting;
using Tessera.Server.Segments.Tables;

namespace Tessera.Server.Segments.Rfm;

/// <summary>The past months of all workspaces in metadata.</summary>
internal sealed class RfmHistoryStore(MetadataDatabase metadata)
{
    /// <summary>The months of a workspace, oldest first.</summary>
    public async Task<IReadOnlyList<RfmHistoryMonth>> ListAsync(WorkspaceKey workspace, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<MonthRow>(
            "SELECT date, fingerprint, version, cells FROM rfm_history WHERE workspace = @Workspace AND model = @Model ORDER BY date",
            new { Workspace = workspace.Value, Model = RfmModel.Key });
        return [.. rows.Select(row => new RfmHistoryMonth(
            DateOnly.ParseExact(row.Date, "O", CultureInfo.InvariantCulture), row.Fingerprint, row.Version, StoredJson.Read<IReadOnlyList<RfmCell>>(row.Cells)))];
    }

    /// <summary>Removes months.</summary>
    public async Task RemoveAsync(
        WorkspaceKey workspace, IEnumerable<RfmHistoryMonth> outdated, CustomerTableVersions versions, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await RemoveAsync(transaction, workspace, outdated, versions);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Removes months, as part of the caller's transaction.</summary>
    public static async Task RemoveAsync(
        IDbTransaction transaction, WorkspaceKey workspace, IEnumerable<RfmHistoryMonth> months, CustomerTableVersions versions)
    {
        var gone = months.ToList();
        await transaction.Connection!.ExecuteAsync(
            "DELETE FROM rfm_history WHERE workspace = @Workspace AND model = @Model AND date = @Date",
            gone.Select(month => new { Workspace = workspace.Value, Model = RfmModel.Key, Date = Text(month.Date) }),
            transaction);
        await versions.RetireAsync(transaction, gone.Select(month => month.Version).OfType<long>());
    }

    /// <summary>Adds a month, as part of the caller's transaction.</summary>
    public static Task AddAsync(IDbTransaction transaction, WorkspaceKey workspace, RfmHistoryMonth month) => transaction.Connection!.ExecuteAsync(
        """
        INSERT INTO rfm_history (workspace, model, date, fingerprint, version, cells)
        VALUES (@Workspace, @Model, @Date, @Fingerprint, @Version, @Cells)
        """,
        new
        {
            Workspace = workspace.Value,
            Model = RfmModel.Key,
            Date = Text(month.Date),
            month.Fingerprint,
            month.Version,
            Cells = StoredJson.Write(month.Cells),
        },
        transaction);

    /// <summary>Lets go of the customers' segments of all but the last months, as part of the caller's transaction.</summary>
    public static async Task ReleaseAsync(IDbTransaction transaction, WorkspaceKey workspace, int kept, CustomerTableVersions versions)
    {
        var released = (await transaction.Connection!.QueryAsync<long>(
            """
            SELECT version FROM rfm_history WHERE workspace = @Workspace AND model = @Model AND version IS NOT NULL
            ORDER BY date DESC LIMIT -1 OFFSET @Kept
            """,
            new { Workspace = workspace.Value, Model = RfmModel.Key, Kept = kept },
            transaction)).AsList();
        await transaction.Connection!.ExecuteAsync(
            "UPDATE rfm_history SET version = NULL WHERE version = @Version", released.Select(version => new { Version = version }), transaction);
        await versions.RetireAsync(transaction, released);
    }

    private static string Text(DateOnly date) => date.ToString("O", CultureInfo.InvariantCulture);

    private sealed record MonthRow(string Date, string Fingerprint, long? Version, string Cells);
}
