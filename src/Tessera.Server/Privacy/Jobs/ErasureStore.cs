using System.Text.Json;
using Dapper;
using Tessera.Domain;
using Tessera.Server.Hosting;
using Tessera.Server.Privacy.Contracts;

namespace Tessera.Server.Privacy.Jobs;

/// <summary>Keeps erasures in metadata.</summary>
internal sealed class ErasureStore(MetadataDatabase metadata, TimeProvider time) : IErasureRecords
{
    private const string Columns =
        "id, workspace, profile_id, requested_at, requested_by, known_since, subject, log, state_file, engine, metadata, failure, finished_at";

    /// <summary>Notes an erasure durably; the one that is on its way for the same profile, if there is one.</summary>
    public async Task<Guid> RequestAsync(ErasedPerson person, DateTimeOffset? knownSince, string by, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        await using var transaction = connection.BeginTransaction();
        var id = await connection.QueryFirstOrDefaultAsync<Guid?>(
            "SELECT id FROM erasures WHERE profile_id = @ProfileId AND finished_at IS NULL", new { person.ProfileId }, transaction);
        if (id is null)
        {
            id = Guid.CreateVersion7(person.RequestedAt);
            await connection.ExecuteAsync(
                """
                INSERT INTO erasures (id, workspace, profile_id, requested_at, requested_by, known_since, subject)
                VALUES (@Id, @Workspace, @ProfileId, @RequestedAt, @By, @KnownSince, @Subject)
                """,
                new
                {
                    Id = id,
                    Workspace = person.Workspace.Value,
                    person.ProfileId,
                    person.RequestedAt,
                    By = by,
                    KnownSince = knownSince,
                    Subject = JsonSerializer.Serialize(new Subject(person.Nodes, person.Identifiers)),
                },
                transaction);
        }

        await transaction.CommitAsync(cancellationToken);
        return id.Value;
    }

    /// <summary>Those that are not finished, the oldest first.</summary>
    public async Task<IReadOnlyList<Erasure>> UnfinishedAsync(CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        return (await connection.QueryAsync<Erasure>($"SELECT {Columns} FROM erasures WHERE finished_at IS NULL ORDER BY requested_at, id")).AsList();
    }

    /// <summary>Erasures of a workspace, the latest first, after one of them.</summary>
    public async Task<IReadOnlyList<Erasure>> ListAsync(WorkspaceKey workspace, ErasureCursor? after, int limit, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        return (await connection.QueryAsync<Erasure>(
            $"""
            SELECT {Columns} FROM erasures
            WHERE workspace = @Workspace AND (@Id IS NULL OR (requested_at, id) < (@RequestedAt, @Id))
            ORDER BY requested_at DESC, id DESC LIMIT @Limit
            """,
            new { Workspace = workspace.Value, after?.Id, after?.RequestedAt, Limit = limit })).AsList();
    }

    /// <summary>One erasure; null when there is none of that id.</summary>
    public async Task<Erasure?> FindAsync(WorkspaceKey workspace, Guid id, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<Erasure>(
            $"SELECT {Columns} FROM erasures WHERE workspace = @Workspace AND id = @Id", new { Workspace = workspace.Value, Id = id });
    }

    public async Task<Guid?> LastAsync(Guid profileId, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        return await connection.QueryFirstOrDefaultAsync<Guid?>(
            "SELECT id FROM erasures WHERE profile_id = @ProfileId ORDER BY requested_at DESC LIMIT 1", new { ProfileId = profileId });
    }

    /// <summary>Who is to be erased; null once nothing of them is left to be found.</summary>
    public static ErasedPerson? PersonOf(Erasure erasure)
    {
        if (erasure.Subject is null || JsonSerializer.Deserialize<Subject>(erasure.Subject) is not { } subject)
        {
            return null;
        }

        return new ErasedPerson(new WorkspaceKey(erasure.Workspace), erasure.ProfileId, subject.Nodes, subject.Identifiers, erasure.RequestedAt);
    }

    /// <summary>Notes that the log is done.</summary>
    public Task LogDoneAsync(Guid id, CancellationToken cancellationToken) => ChangeAsync("UPDATE erasures SET log = 1, failure = '' WHERE id = @Id", id, cancellationToken);

    /// <summary>Notes that what the pipeline knows is done.</summary>
    public Task StateDoneAsync(Guid id, CancellationToken cancellationToken) => ChangeAsync("UPDATE erasures SET state_file = 1, failure = '' WHERE id = @Id", id, cancellationToken);

    /// <summary>Notes that metadata and files are done.</summary>
    public Task MetadataDoneAsync(Guid id, CancellationToken cancellationToken) => ChangeAsync("UPDATE erasures SET metadata = 1, failure = '' WHERE id = @Id", id, cancellationToken);

    /// <summary>Notes that the engine is done.</summary>
    public Task EngineDoneAsync(Guid id, CancellationToken cancellationToken) => ChangeAsync("UPDATE erasures SET engine = 1, failure = '' WHERE id = @Id", id, cancellationToken);

    /// <summary>Notes why a try came to nothing.</summary>
    public async Task FailedAsync(Guid id, string failure, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        await connection.ExecuteAsync("UPDATE erasures SET failure = @Failure WHERE id = @Id", new { Id = id, Failure = failure });
    }

    /// <summary>Forgets who it was, in every file, and then notes that it is finished.</summary>
    public async Task FinishAsync(Guid id, CancellationToken cancellationToken)
    {
        await ChangeAsync("UPDATE erasures SET subject = NULL WHERE id = @Id", id, cancellationToken);
        await metadata.ForgetAsync(cancellationToken);
        await using var connection = await metadata.OpenAsync(cancellationToken);
        await connection.ExecuteAsync("UPDATE erasures SET finished_at = @Now, failure = '' WHERE id = @Id", new { Id = id, Now = time.GetUtcNow() });
    }

    private async Task ChangeAsync(string sql, Guid id, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(sql, new { Id = id });
    }

    private sealed record Subject(IReadOnlyList<Guid> Nodes, IReadOnlyList<Identifier> Identifiers);
}

/// <summary>Where a page of erasures ended.</summary>
internal sealed record ErasureCursor(DateTimeOffset RequestedAt, Guid Id);
