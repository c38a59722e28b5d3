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
    /// <returns>Whether the key was free.</returns>
    public async Task<bool> AddAsync(WorkspaceKey workspace, string key, RuleText text, string by, string? library, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (!await AddAsync(transaction, workspace, key, text, by, library))
        {
            return false;
        }

        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Makes a new version of a segment, which is in force at once.</summary>
    /// <returns>Whether the segment was still at the version that the change was made from.</returns>
    public async Task<bool> ChangeAsync(WorkspaceKey workspace, string key, long from, RuleText text, string by, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (!await ChangeAsync(transaction, workspace, key, from, text, by))
        {
            return false;
        }

        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Carries out a plan: all of it, or nothing.</summary>
    /// <returns>Whether every segment of it was still as planned with.</returns>
    public async Task<bool> ApplyAsync(WorkspaceKey workspace, IReadOnlyList<PlannedChange> changes, string by, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        foreach (var change in changes)
        {
            var isDone = change.Action switch
            {
                PlannedChange.Create => await AddAsync(transaction, workspace, change.Key, change.After!, by, library: null),
                PlannedChange.Change => await ChangeAsync(transaction, workspace, change.Key, change.Before!.Version, change.After!, by),
                PlannedChange.Delete => await connection.ExecuteAsync(
                    "DELETE FROM segments WHERE workspace = @Workspace AND key = @Key AND version = @Version",
                    new { Workspace = workspace.Value, change.Key, change.Before!.Version },
                    transaction) > 0,
                _ => true,
            };
            if (!isDone)
            {
                return false;
            }
        }

        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Removes a segment and its versions.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> RemoveAsync(WorkspaceKey workspace, string key, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        return await connection.ExecuteAsync("DELETE FROM segments WHERE workspace = @Workspace AND key = @Key", new { Workspace = workspace.Value, Key = key }) > 0;
    }

    /// <summary>Notes what an evaluation gave.</summary>
    public async Task NoteAsync(WorkspaceKey workspace, string key, long version, DateTimeOffset at, long size, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(
            "UPDATE segments SET computed = @Version, computed_at = @At, size = @Size, failure = NULL WHERE workspace = @Workspace AND key = @Key",
            new { Workspace = workspace.Value, Key = key, Version = version, At = at, Size = size });
    }

    /// <summary>Notes why an evaluation failed.</summary>
    public async Task NoteFailureAsync(WorkspaceKey workspace, string key, string failure, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(
            "UPDATE segments SET failure = @Failure WHERE workspace = @Workspace AND key = @Key",
            new { Workspace = workspace.Value, Key = key, Failure = failure });
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
