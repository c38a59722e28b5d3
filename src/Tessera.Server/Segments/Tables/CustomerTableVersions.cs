using System.Data;
using Dapper;
using Tessera.Domain;
using Tessera.Server.Hosting;

namespace Tessera.Server.Segments.Tables;

/// <summary>
/// Which version of a table is the one to read. A version is written whole under a number of its own and then switched to in one
/// transaction of the metadata, so that readers see the old rows or the new ones and never a mixture, also across a crash.
/// </summary>
/// <remarks>
/// A version that was replaced stays readable for <see cref="Grace"/>, so that whoever pages through it or streams it is not disturbed.
/// </remarks>
internal sealed class CustomerTableVersions(MetadataDatabase metadata, TimeProvider time)
{
    /// <summary>How long a replaced version can still be read.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(15);

    private const string Writing = "writing";
    private const string Current = "current";
    private const string Replaced = "replaced";

    /// <summary>A new version to write under; nobody reads it before <see cref="SwitchAsync"/>.</summary>
    public async Task<long> BeginAsync(WorkspaceKey workspace, CustomerTable table, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<long>(
            """
            INSERT INTO customer_table_versions (workspace, content, state, started_at)
            VALUES (@Workspace, @Content, @Writing, @StartedAt) RETURNING version
            """,
            new { Workspace = workspace.Value, Content = Name(table), Writing, StartedAt = time.GetUtcNow() });
    }

    /// <summary>Makes a version the one to read, as part of the caller's transaction.</summary>
    public async Task SwitchAsync(IDbTransaction transaction, WorkspaceKey workspace, CustomerTable table, long version, string? details)
    {
        var connection = transaction.Connection!;
        await connection.ExecuteAsync(
            """
            UPDATE customer_table_versions SET state = @Replaced, replaced_at = @Now
            WHERE workspace = @Workspace AND content = @Content AND state = @Current;
            UPDATE customer_table_versions SET state = @Current, details = @Details WHERE version = @Version;
            """,
            new { Workspace = workspace.Value, Content = Name(table), Version = version, Details = details, Now = time.GetUtcNow(), Replaced, Current },
            transaction);
    }

    /// <summary>The version to read, or null when none was ever computed.</summary>
    public async Task<CustomerTableVersion?> CurrentAsync(WorkspaceKey workspace, CustomerTable table, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<CustomerTableVersion>(
            """
            SELECT version, started_at, details FROM customer_table_versions
            WHERE workspace = @Workspace AND content = @Content AND state = @Current
            """,
            new { Workspace = workspace.Value, Content = Name(table), Current });
    }

    /// <summary>The version of that number while it can be read: current, or replaced a little while ago.</summary>
    public async Task<CustomerTableVersion?> ReadableAsync(
        WorkspaceKey workspace, CustomerTable table, long version, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<CustomerTableVersion>(
            """
            SELECT version, started_at, details FROM customer_table_versions
            WHERE version = @Version AND workspace = @Workspace AND content = @Content AND state <> @Writing
                AND (replaced_at IS NULL OR replaced_at > @Since)
            """,
            new { Version = version, Workspace = workspace.Value, Content = Name(table), Writing, Since = time.GetUtcNow() - Grace });
    }

    /// <summary>Makes a version readable without replacing another, as part of the caller's transaction.</summary>
    public static async Task AddAsync(IDbTransaction transaction, long version) => await transaction.Connection!.ExecuteAsync(
        "UPDATE customer_table_versions SET state = @Current WHERE version = @Version", new { Version = version, Current }, transaction);

    /// <summary>Lets versions run out, as part of the caller's transaction.</summary>
    public async Task RetireAsync(IDbTransaction transaction, IEnumerable<long> versions) => await transaction.Connection!.ExecuteAsync(
        "UPDATE customer_table_versions SET state = @Replaced, replaced_at = @Now WHERE version = @Version",
        versions.Select(version => new { Version = version, Now = time.GetUtcNow(), Replaced }),
        transaction);

    /// <summary>Which of the versions that the engine holds rows of nobody may read any more, whatever the workspace.</summary>
    /// <remarks>Ask only while nothing is being written: what is being written counts as left over from a crash.</remarks>
    public async Task<IReadOnlyList<long>> DisposableAsync(CustomerTable table, IReadOnlyCollection<long> stored, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        var kept = (await connection.QueryAsync<long>(
            """
            SELECT version FROM customer_table_versions
            WHERE content = @Content AND state <> @Writing AND (replaced_at IS NULL OR replaced_at > @Since)
            """,
            new { Content = Name(table), Writing, Since = time.GetUtcNow() - Grace })).ToHashSet();
        return [.. stored.Where(version => !kept.Contains(version))];
    }

    /// <summary>Forgets the versions of a table that <see cref="DisposableAsync"/> meant, once their rows are gone.</summary>
    public async Task ForgetAsync(CustomerTable table, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(
            "DELETE FROM customer_table_versions WHERE content = @Content AND (state = @Writing OR replaced_at <= @Since)",
            new { Content = Name(table), Writing, Since = time.GetUtcNow() - Grace });
    }

    private static string Name(CustomerTable table) => table switch
    {
        CustomerTable.Totals => "totals",
        CustomerTable.Rfm => "rfm",
        CustomerTable.Snapshot => "snapshot",
        _ => throw new ArgumentOutOfRangeException(nameof(table), table, "No such table."),
    };
}
