using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Tessera.Domain;
using Tessera.Server.Hosting;
using Tessera.Server.Segments.Rules.Files;

namespace Tessera.Server.Segments.Rules;

/// <summary>The segments that people wrote, with all their versions.</summary>
internal sealed class RuleStore(MetadataDatabase metadata, TimeProvider time)
{
    private const int UniqueViolation = 19;

    private const string Columns =
        """
        SELECT s.key, s.version, v.name, v.description, v.definition, s.created_at, v.changed_at, v.changed_by, s.computed, s.computed_at, s.size, s.failure, s.library
        FROM segments s JOIN segment_versions v ON v.workspace = s.workspace AND v.key = s.key AND v.version = s.version
        WHERE s.workspace = @Workspace
        """;

    private const string AddVersion =
        """
        INSERT INTO segment_versions (workspace, key, version, name, description, definition, changed_at, changed_by)
        VALUES (@Workspace, @Key, @Version, @Name, @Description, @Definition, @Now, @By)
        """;

    /// <summary>All segments of a workspace, by name.</summary>
    public async Task<IReadOnlyList<RuleSegment>> ListAsync(WorkspaceKey workspace, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        return [.. await connection.QueryAsync<RuleSegment>($"{Columns} ORDER BY v.name, s.key", new { Workspace = workspace.Value })];
    }

    /// <summary>What the segments of a workspace are called, by name.</summary>
    public async Task<IReadOnlyList<RuleName>> NamesAsync(WorkspaceKey workspace, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        return
        [
            .. await connection.QueryAsync<RuleName>(
                """
                SELECT s.key, v.name, s.created_at
                FROM segments s JOIN segment_versions v ON v.workspace = s.workspace AND v.key = s.key AND v.version = s.version
                WHERE s.workspace = @Workspace
                ORDER BY v.name, s.key
                """,
                new { Workspace = workspace.Value }),
        ];
    }

    /// <summary>One segment, or null.</summary>
    public async Task<RuleSegment?> FindAsync(WorkspaceKey workspace, string key, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<RuleSegment>($"{Columns} AND s.key = @Key", new { Workspace = workspace.Value, Key = key });
    }

    /// <summary>Everything a segment ever was, the latest first.</summary>
    public async Task<IReadOnlyList<RuleVersion>> VersionsAsync(WorkspaceKey workspace, string key, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        return [.. await connection.QueryAsync<RuleVersion>(
            """
            SELECT version, name, description, definition, changed_at, changed_by
            FROM segment_versions WHERE workspace = @Workspace AND key = @Key ORDER BY version DESC
            """,
            new { Workspace = workspace.Value, Key = key })];
    }

    /// <summary>Makes a segment.</summary>
    /// <returns>Whether it was made: the key was free, and no circle is closed.</returns>
    public Task<RuleOutcome> AddAsync(WorkspaceKey workspace, string key, RuleText text, string by, string? library, CancellationToken cancellationToken) =>
        ChangeAsync(workspace, [key], [], transaction => AddAsync(transaction, workspace, key, text, by, library), cancellationToken);

    /// <summary>Makes a new version of a segment, which is in force at once.</summary>
    /// <returns>Whether it was made: the segment was still at the version that the change was made from, and no circle is closed.</returns>
    public Task<RuleOutcome> ChangeAsync(WorkspaceKey workspace, string key, long from, RuleText text, string by, CancellationToken cancellationToken) =>
        ChangeAsync(workspace, [key], [], transaction => ChangeAsync(transaction, workspace, key, from, text, by), cancellationToken);

    /// <summary>Carries out a plan: all of it, or nothing.</summary>
    /// <returns>Whether it was: every segment of it was still as planned with, no circle is closed, and nothing refers to what is deleted.</returns>
    public Task<RuleOutcome> ApplyAsync(WorkspaceKey workspace, IReadOnlyList<PlannedChange> changes, string by, CancellationToken cancellationToken) => ChangeAsync(
        workspace,
        [.. changes.Where(change => change.Action is PlannedChange.Create or PlannedChange.Change).Select(change => change.Key)],
        [.. changes.Where(change => change.Action == PlannedChange.Delete).Select(change => change.Key)],
        async transaction =>
        {
            foreach (var change in changes)
            {
                var isDone = change.Action switch
                {
                    PlannedChange.Create => await AddAsync(transaction, workspace, change.Key, change.After!, by, library: null),
                    PlannedChange.Change => await ChangeAsync(transaction, workspace, change.Key, change.Before!.Version, change.After!, by),
                    PlannedChange.Delete => await RemoveAsync(transaction, workspace, change.Key, change.Before!.Version),
                    _ => true,
                };
                if (!isDone)
                {
                    return false;
                }
            }

            return true;
        },
        cancellationToken);

    /// <summary>Removes a segment and its versions, and notes that who was in it is to be forgotten.</summary>
    /// <returns>Whether it was removed: there was one, and no other refers to it.</returns>
    public Task<RuleOutcome> RemoveAsync(WorkspaceKey workspace, string key, CancellationToken cancellationToken) =>
        ChangeAsync(workspace, [], [key], transaction => RemoveAsync(transaction, workspace, key, version: null), cancellationToken);

    /// <summary>The keys of removed segments, as long as it is not forgotten who was in them.</summary>
    public async Task<IReadOnlyList<string>> RemovedAsync(WorkspaceKey workspace, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        return [.. await connection.QueryAsync<string>("SELECT key FROM segment_removals WHERE workspace = @Workspace", new { Workspace = workspace.Value })];
    }

    /// <summary>Notes that it is forgotten who was in a removed segment.</summary>
    public async Task NoteForgottenAsync(WorkspaceKey workspace, string key, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        await connection.ExecuteAsync("DELETE FROM segment_removals WHERE workspace = @Workspace AND key = @Key", new { Workspace = workspace.Value, Key = key });
    }

    /// <summary>Notes what an evaluation gave.</summary>
    public async Task NoteAsync(WorkspaceKey workspace, RuleSegment segment, DateTimeOffset at, long size, CancellationToken cancellationToken)
    {
        // One of the same key may have been made since.
        await using var connection = await metadata.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(
            "UPDATE segments SET computed = @Version, computed_at = @At, size = @Size, failure = NULL WHERE workspace = @Workspace AND key = @Key AND created_at = @CreatedAt",
            new { Workspace = workspace.Value, segment.Key, segment.Version, segment.CreatedAt, At = at, Size = size });
    }

    /// <summary>Notes why an evaluation failed.</summary>
    public async Task NoteFailureAsync(WorkspaceKey workspace, string key, string failure, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(
            "UPDATE segments SET failure = @Failure WHERE workspace = @Workspace AND key = @Key",
            new { Workspace = workspace.Value, Key = key, Failure = failure });
    }

    // The transaction is the only one that writes from its beginning on, so what it sees of the other segments is what they are when it ends.
    private async Task<RuleOutcome> ChangeAsync(
        WorkspaceKey workspace, IReadOnlyList<string> changed, IReadOnlyList<string> deleted, Func<DbTransaction, Task<bool>> change, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (!await change(transaction))
        {
            return RuleOutcome.Outdated;
        }

        var rows = await connection.QueryAsync<(string Key, string Definition)>(
            """
            SELECT s.key, v.definition
            FROM segments s JOIN segment_versions v ON v.workspace = s.workspace AND v.key = s.key AND v.version = s.version
            WHERE s.workspace = @Workspace
            """,
            new { Workspace = workspace.Value },
            transaction);
        var outcome = new RuleGraph(rows).Judge(changed, deleted);
        if (outcome.IsDone)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return outcome;
    }

    private static async Task<bool> RemoveAsync(DbTransaction transaction, WorkspaceKey workspace, string key, long? version)
    {
        var values = new { Workspace = workspace.Value, Key = key, Version = version };
        var removed = await transaction.Connection!.ExecuteAsync("DELETE FROM segments WHERE workspace = @Workspace AND key = @Key AND (@Version IS NULL OR version = @Version)", values, transaction);
        await transaction.Connection!.ExecuteAsync("INSERT OR IGNORE INTO segment_removals (workspace, key) VALUES (@Workspace, @Key)", values, transaction);
        return removed > 0;
    }

    private async Task<bool> AddAsync(DbTransaction transaction, WorkspaceKey workspace, string key, RuleText text, string by, string? library)
    {
        var connection = transaction.Connection!;
        var values = new { Workspace = workspace.Value, Key = key, Version = 1, text.Name, text.Description, text.Definition, Now = time.GetUtcNow(), By = by, Library = library };
        try
        {
            await connection.ExecuteAsync(
                "INSERT INTO segments (workspace, key, version, created_at, library) VALUES (@Workspace, @Key, 1, @Now, @Library)", values, transaction);
        }
        catch (SqliteException taken) when (taken.SqliteErrorCode == UniqueViolation)
        {
            return false;
        }

        await connection.ExecuteAsync(AddVersion, values, transaction);
        return true;
    }

    private async Task<bool> ChangeAsync(DbTransaction transaction, WorkspaceKey workspace, string key, long from, RuleText text, string by)
    {
        var connection = transaction.Connection!;
        var values = new
        {
            Workspace = workspace.Value, Key = key, From = from, Version = from + 1, text.Name, text.Description, text.Definition, Now = time.GetUtcNow(), By = by,
        };
        var changed = await connection.ExecuteAsync(
            """
            UPDATE segments
            SET version = @Version,
                failure = NULL,
                computed = CASE WHEN computed = @From
                    AND @Definition = (SELECT definition FROM segment_versions WHERE workspace = @Workspace AND key = @Key AND version = @From)
                    THEN @Version ELSE computed END
            WHERE workspace = @Workspace AND key = @Key AND version = @From
            """,
            values,
            transaction);
        if (changed == 0)
        {
            return false;
        }

        await connection.ExecuteAsync(AddVersion, values, transaction);
        return true;
    }
}
