using System.Text.Json;
using Dapper;
using Tessera.Domain;
using Tessera.Server.Hosting;

namespace Tessera.Server.Imports.Jobs;

/// <summary>The imports of an installation, in metadata.</summary>
internal sealed class ImportStore(MetadataDatabase metadata)
{
    private const string Columns =
        "id, workspace, kind, file_name, state, sha256, bytes_total, map, options, bytes_read, rows_read, rows_accepted, rows_rejected, rows_duplicate, report, error_code, error, created_at, started_at, finished_at";

    private static readonly JsonSerializerOptions Json = CreateJson();

    /// <summary>Adds a new import.</summary>
    public async Task AddAsync(ImportRecord import, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(
            $"INSERT INTO imports ({Columns}) VALUES (@Id, @Workspace, @Kind, @FileName, @State, @Sha256, @BytesTotal, @Map, @Options, @BytesRead, @RowsRead, @RowsAccepted, @RowsRejected, @RowsDuplicate, @Report, @ErrorCode, @Error, @CreatedAt, @StartedAt, @FinishedAt)",
            Row.Of(import));
    }

    /// <summary>Keeps what an import is now.</summary>
    public async Task SaveAsync(ImportRecord import, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(
            """
            UPDATE imports SET state = @State, map = @Map, options = @Options, bytes_read = @BytesRead, rows_read = @RowsRead, rows_accepted = @RowsAccepted,
                rows_rejected = @RowsRejected, rows_duplicate = @RowsDuplicate, report = @Report, error_code = @ErrorCode, error = @Error,
                started_at = @StartedAt, finished_at = @FinishedAt
            WHERE id = @Id
            """,
            Row.Of(import));
    }

    /// <summary>One import of a workspace, or null.</summary>
    public async Task<ImportRecord?> FindAsync(WorkspaceKey workspace, Guid id, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        var row = await connection.QuerySingleOrDefaultAsync<Row>(
            $"SELECT {Columns} FROM imports WHERE id = @Id AND workspace = @Workspace", new { Id = id, Workspace = workspace.Value });
        return row?.ToRecord();
    }

    /// <summary>The imports of a workspace, newest first, after a given one.</summary>
    public async Task<IReadOnlyList<ImportRecord>> ListAsync(WorkspaceKey workspace, Guid? after, int limit, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);

        // Ids are made in the order of time, so they are the order.
        var rows = await connection.QueryAsync<Row>(
            $"SELECT {Columns} FROM imports WHERE workspace = @Workspace AND (@After IS NULL OR id < @After) ORDER BY id DESC LIMIT @Limit",
            new { Workspace = workspace.Value, After = after, Limit = limit });
        return [.. rows.Select(row => row.ToRecord())];
    }

    /// <summary>Every import that is not over, oldest first.</summary>
    public async Task<IReadOnlyList<ImportRecord>> ListUnfinishedAsync(CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<Row>(
            $"SELECT {Columns} FROM imports WHERE state IN ('queued', 'reading', 'publishing', 'needs-answer') ORDER BY id");
        return [.. rows.Select(row => row.ToRecord())];
    }

    /// <summary>The ids of all imports.</summary>
    public async Task<IReadOnlySet<Guid>> ListIdsAsync(CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        return (await connection.QueryAsync<Guid>("SELECT id FROM imports")).ToHashSet();
    }

    private static JsonSerializerOptions CreateJson()
    {
        var json = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        ServerComposition.ConfigureJson(json);
        return json;
    }

    /// <summary>A row of the table, with everything that is not a number as text.</summary>
    private sealed record Row(
        Guid Id,
        string Workspace,
        string Kind,
        string FileName,
        string State,
        string Sha256,
        long BytesTotal,
        string Map,
        string Options,
        long BytesRead,
        long RowsRead,
        long RowsAccepted,
        long RowsRejected,
        long RowsDuplicate,
        string Report,
        string? ErrorCode,
        string? Error,
        DateTimeOffset CreatedAt,
        DateTimeOffset? StartedAt,
        DateTimeOffset? FinishedAt)
    {
        public static Row Of(ImportRecord import) => new(
            import.Id,
            import.Workspace.Value,
            Name(import.Kind),
            import.FileName,
            Name(import.State),
            import.Sha256,
            import.BytesTotal,
            JsonSerializer.Serialize(import.Map, Json),
            JsonSerializer.Serialize(import.Options, Json),
            import.Progress.BytesRead,
            import.Progress.RowsRead,
            import.Progress.RowsAccepted,
            import.Progress.RowsRejected,
            import.Progress.RowsDuplicate,
            JsonSerializer.Serialize(import.Report, Json),
            import.ErrorCode,
            import.Error,
            import.CreatedAt,
            import.StartedAt,
            import.FinishedAt);

        public ImportRecord ToRecord() => new()
        {
            Id = Id,
            Workspace = new WorkspaceKey(Workspace),
            Kind = JsonSerializer.Deserialize<ImportKind>($"\"{Kind}\"", Json),
            FileName = FileName,
            State = JsonSerializer.Deserialize<ImportState>($"\"{State}\"", Json),
            Sha256 = Sha256,
            BytesTotal = BytesTotal,
            Map = JsonSerializer.Deserialize<Dictionary<string, string>>(Map, Json)!,
            Options = JsonSerializer.Deserialize<ImportOptions>(Options, Json)!,
            Progress = new ImportProgress
            {
                BytesRead = BytesRead,
                RowsRead = RowsRead,
                RowsAccepted = RowsAccepted,
                RowsRejected = RowsRejected,
                RowsDuplicate = RowsDuplicate,
            },
            Report = JsonSerializer.Deserialize<ImportReport>(Report, Json)!,
            ErrorCode = ErrorCode,
            Error = Error,
            CreatedAt = CreatedAt,
            StartedAt = StartedAt,
            FinishedAt = FinishedAt,
        };

        private static string Name<T>(T value) => JsonSerializer.Serialize(value, Json).Trim('"');
    }
}
