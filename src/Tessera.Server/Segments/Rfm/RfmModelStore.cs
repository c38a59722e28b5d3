using System.Data;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Tessera.Domain;
using Tessera.Server.Hosting;

namespace Tessera.Server.Segments.Rfm;

/// <summary>The models of all workspaces in metadata: their options, and whether they are up to date.</summary>
internal sealed class RfmModelStore(MetadataDatabase metadata, ILogger<RfmModelStore> logger)
{
    private static readonly RfmModelState Untouched = new(new RfmOptions(), Requested: 0, Computed: 0, Failure: null);

    /// <summary>The state of a workspace's model; the defaults when it was never touched.</summary>
    public async Task<RfmModelState> ReadAsync(WorkspaceKey workspace, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        var row = await connection.QuerySingleOrDefaultAsync<ModelRow>(
            "SELECT options, requested, computed, failure FROM rfm_models WHERE workspace = @Workspace AND model = @Model",
            new { Workspace = workspace.Value, Model = RfmModel.Key });
        return row is null ? Untouched : new RfmModelState(StoredJson.Read<RfmOptions>(row.Options), row.Requested, row.Computed, row.Failure);
    }

    /// <summary>Notes that there is a reason to compute anew; durable when it returns.</summary>
    public Task RequestAsync(WorkspaceKey workspace, CancellationToken cancellationToken) =>
        WriteAsync(
            """
            INSERT INTO rfm_models (workspace, model, options, requested) VALUES (@Workspace, @Model, @Options, 1)
            ON CONFLICT DO UPDATE SET requested = requested + 1
            """,
            workspace,
            new RfmOptions(),
            cancellationToken);

    /// <summary>Changes the options, which is a reason to compute anew.</summary>
    public Task ChangeAsync(WorkspaceKey workspace, RfmOptions options, CancellationToken cancellationToken) =>
        WriteAsync(
            """
            INSERT INTO rfm_models (workspace, model, options, requested) VALUES (@Workspace, @Model, @Options, 1)
            ON CONFLICT DO UPDATE SET options = @Options, requested = requested + 1
            """,
            workspace,
            options,
            cancellationToken);

    /// <summary>Notes what the version that is being switched to accounts for, as part of the caller's transaction.</summary>
    public static Task AccountAsync(IDbTransaction transaction, WorkspaceKey workspace, long requested) => transaction.Connection!.ExecuteAsync(
        "UPDATE rfm_models SET computed = @Requested, failure = NULL WHERE workspace = @Workspace AND model = @Model",
        new { Workspace = workspace.Value, Model = RfmModel.Key, Requested = requested },
        transaction);

    /// <summary>Notes why a try failed, if it can: what made it fail, such as a full disk, may keep the note from being written.</summary>
    public async Task NoteFailureAsync(WorkspaceKey workspace, string failure, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await metadata.OpenAsync(cancellationToken);
            await connection.ExecuteAsync(
                "UPDATE rfm_models SET failure = @Failure WHERE workspace = @Workspace AND model = @Model",
                new { Workspace = workspace.Value, Model = RfmModel.Key, Failure = failure });
        }
        catch (Exception exception) when (exception is SqliteException or IOException)
        {
            logger.LogWarning(exception, "Why the segments of workspace {Workspace} were not computed could not be noted", workspace);
        }
    }

    private async Task WriteAsync(string sql, WorkspaceKey workspace, RfmOptions options, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(
            sql, new { Workspace = workspace.Value, Model = RfmModel.Key, Options = StoredJson.Write(options) });
    }

    private sealed record ModelRow(string Options, long Requested, long Computed, string? Failure);
}
