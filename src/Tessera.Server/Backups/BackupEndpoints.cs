using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tessera.Server.Access.Contracts;
using Tessera.Server.Hosting;
using Tessera.Server.Hosting.Problems;

namespace Tessera.Server.Backups;

/// <summary>Backups of the whole installation.</summary>
internal static class BackupEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var backups = api.MapGroup("/backups").WithTags("Backups").OutsideWorkspace().AdministratorOnly();
        backups.MapGet("", ListAsync)
            .WithName("listBackups")
            .WithSummary("Lists the backups that were made, the latest first. Whoever was erased after a backup was made is still in it.");
        backups.MapPost("", MakeAsync)
            .WithName("makeBackup")
            .WithSummary("Makes a backup of everything into a directory of the server's machine while calls are accepted; answers when it is whole.")
            .WithProblems(StatusCodes.Status400BadRequest, StatusCodes.Status409Conflict);
    }

    private static async Task<Ok<BackupList>> ListAsync(MetadataDatabase metadata, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        return TypedResults.Ok(new BackupList(
            [.. await connection.QueryAsync<BackupView>("SELECT id, directory, created_at, bytes, events, profiles FROM backups ORDER BY created_at DESC")]));
    }

    private static async Task<Results<Ok<BackupManifest>, ProblemResult>> MakeAsync(BackupRequest request, BackupMaker maker, CancellationToken cancellationToken)
    {
        if (!Path.IsPathFullyQualified(request.Directory))
        {
            return new ProblemResult(new Problem(
                StatusCodes.Status400BadRequest, "directory-invalid", "Directory not accepted", "directory is a full path on the server's machine, such as /var/backups/tessera/monday."));
        }

        try
        {
            return TypedResults.Ok(await maker.MakeAsync(Path.GetFullPath(request.Directory), cancellationToken));
        }
        catch (TesseraException exception)
        {
            return new ProblemResult(new Problem(StatusCodes.Status409Conflict, "backup-failed", "No backup was made", exception.Message));
        }
    }
}

/// <summary>A backup to make.</summary>
/// <param name="Directory">A full path on the server's machine; it must not exist or be empty.</param>
internal sealed record BackupRequest(string Directory);

/// <summary>A backup that was made.</summary>
/// <param name="Id">Its id, as in its manifest.</param>
/// <param name="Directory">Where it was written.</param>
/// <param name="CreatedAt">The instant it is of.</param>
/// <param name="Bytes">How large it is.</param>
/// <param name="Events">How many events are in it.</param>
/// <param name="Profiles">How many rows of profiles are in it.</param>
internal sealed record BackupView(Guid Id, string Directory, DateTimeOffset CreatedAt, long Bytes, long Events, long Profiles);

/// <summary>The backups that were made.</summary>
/// <param name="Items">The latest first.</param>
/// <param name="Next">Always null: the list is short and never paged.</param>
internal sealed record BackupList(IReadOnlyList<BackupView> Items, string? Next = null);
