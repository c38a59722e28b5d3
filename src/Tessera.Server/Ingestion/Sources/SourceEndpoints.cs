using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tessera.Domain;
using Tessera.Server.Access.Contracts;
using Tessera.Server.Hosting.Problems;
using Tessera.Server.Segments.Contracts;

namespace Tessera.Server.Ingestion.Sources;

/// <summary>The sources of a workspace: what sends tracking calls, and by which write key.</summary>
internal static class SourceEndpoints
{
    private const int LongestName = 100;
    private static readonly TimeSpan FormerKeyLife = TimeSpan.FromHours(24);

    public static void Map(IEndpointRouteBuilder api)
    {
        var sources = api.MapGroup("/sources").WithTags("Sources");
        sources.MapGet("", ListAsync)
            .WithName("listSources")
            .WithSummary("Lists the sources of the workspace, without their write keys, with how much they sent.");
        sources.MapGet("/{key}", ShowAsync)
            .WithName("getSource")
            .WithSummary("Shows a source.")
            .WithProblems(StatusCodes.Status404NotFound);
        sources.MapPost("", CreateAsync)
            .WithName("createSource")
            .WithSummary("Creates a source and shows its write key this once.")
            .WithProblems(StatusCodes.Status400BadRequest, StatusCodes.Status409Conflict);
        sources.MapPut("/{key}", ChangeAsync)
            .WithName("changeSource")
            .WithSummary("Renames a source, or switches it off or on; within ten seconds every call knows.")
            .WithProblems(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
        sources.MapPost("/{key}/rotate", RotateAsync)
            .WithName("rotateWriteKey")
            .WithSummary("Gives a source another write key, shown this once; the one before is good for 24 hours more.")
            .WithProblems(StatusCodes.Status404NotFound);
        sources.MapGet("/{key}/snippets", ShowSnippetsAsync)
            .WithName("getSourceSnippets")
            .WithSummary("What to paste so that a source sends to this server, with a placeholder for its write key.")
            .WithProblems(StatusCodes.Status404NotFound);
        sources.MapDelete("/{key}", DeleteAsync)
            .WithName("deleteSource")
            .WithSummary("Deletes a source; what it sent is kept. When segments ask about its events they are named, and nothing happens without force=true.")
            .WithProblems(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
    }

    private static async Task<Ok<SourceList>> ListAsync(IWriteKeys keys, SourceQueries queries, TimeProvider time, CurrentWorkspace workspace, CancellationToken cancellationToken)
    {
        var volumes = await queries.VolumesAsync(workspace.Key, cancellationToken);
        var sources = await keys.ListAsync(workspace.Key, cancellationToken);
        return TypedResults.Ok(new SourceList([.. sources.Select(source => View(source, volumes.GetValueOrDefault(source.Name), time.GetUtcNow()))]));
    }

    private static async Task<Results<Ok<SourceView>, ProblemResult>> ShowAsync(
        string key, IWriteKeys keys, SourceQueries queries, TimeProvider time, CurrentWorkspace workspace, CancellationToken cancellationToken) =>
        await FindAsync(key, keys, queries, time, workspace.Key, cancellationToken) is { } source
            ? TypedResults.Ok(source)
            : new ProblemResult(SourceProblems.NotFound(key));

    private static async Task<Results<Created<SourceWithKey>, ProblemResult>> CreateAsync(
        CreateSourceRequest body, HttpRequest request, IWriteKeys keys, SourceQueries queries, TimeProvider time, CurrentWorkspace workspace, CancellationToken cancellationToken)
    {
        var name = body.Name.Trim();
        if (name.Length is 0 or > LongestName)
        {
            return new ProblemResult(SourceProblems.NameInvalid(LongestName));
        }

        var key = body.Key ?? KeyOf(name);
        if (!WorkspaceKey.TryParse(key, out _))
        {
            return new ProblemResult(SourceProblems.KeyInvalid(key));
        }

        return await keys.CreateAsync(workspace.Key, key, name, NameOf(body.Kind), cancellationToken) is { } writeKey
            && await FindAsync(key, keys, queries, time, workspace.Key, cancellationToken) is { } source
            ? TypedResults.Created($"/api/sources/{key}", new SourceWithKey(source, writeKey, SourceSnippets.Of(writeKey, AddressOf(request))))
            : new ProblemResult(SourceProblems.KeyTaken(key));
    }

    private static async Task<Results<Ok<SourceView>, ProblemResult>> ChangeAsync(
        string key,
        ChangeSourceRequest body,
        IWriteKeys keys,
        SourceDirectory directory,
        SourceQueries queries,
        TimeProvider time,
        CurrentWorkspace workspace,
        CancellationToken cancellationToken)
    {
        if (await FindAsync(key, keys, queries, time, workspace.Key, cancellationToken) is not { } source)
        {
            return new ProblemResult(SourceProblems.NotFound(key));
        }

        var name = (body.Name ?? source.Name).Trim();
        if (name.Length is 0 or > LongestName)
        {
            return new ProblemResult(SourceProblems.NameInvalid(LongestName));
        }

        var changed = source with { Name = name, Kind = body.Kind ?? source.Kind, Enabled = body.Enabled ?? source.Enabled };
        var done = await keys.ChangeAsync(workspace.Key, key, changed.Name, NameOf(changed.Kind), changed.Enabled, cancellationToken);
        directory.Forget();
        return done ? TypedResults.Ok(changed) : new ProblemResult(SourceProblems.NotFound(key));
    }

    private static async Task<Results<Ok<SourceWithKey>, ProblemResult>> RotateAsync(
        string key,
        HttpRequest request,
        IWriteKeys keys,
        SourceDirectory directory,
        SourceQueries queries,
        TimeProvider time,
        CurrentWorkspace workspace,
        CancellationToken cancellationToken)
    {
        var writeKey = await keys.RotateAsync(workspace.Key, key, time.GetUtcNow() + FormerKeyLife, cancellationToken);
        directory.Forget();
        return writeKey is not null && await FindAsync(key, keys, queries, time, workspace.Key, cancellationToken) is { } source
            ? TypedResults.Ok(new SourceWithKey(source, writeKey, SourceSnippets.Of(writeKey, AddressOf(request))))
            : new ProblemResult(SourceProblems.NotFound(key));
    }

    private static async Task<Results<Ok<SourceSnippets>, ProblemResult>> ShowSnippetsAsync(
        string key, HttpRequest request, IWriteKeys keys, CurrentWorkspace workspace, CancellationToken cancellationToken) =>
        await keys.FindSourceAsync(workspace.Key, key, cancellationToken) is null
            ? new ProblemResult(SourceProblems.NotFound(key))
            : TypedResults.Ok(SourceSnippets.Of(SourceSnippets.Placeholder, AddressOf(request)));

    private static async Task<Results<NoContent, ProblemResult>> DeleteAsync(
        string key,
        bool? force,
        IWriteKeys keys,
        SourceDirectory directory,
        SourceQueries queries,
        ISegmentUses segments,
        CurrentWorkspace workspace,
        CancellationToken cancellationToken)
    {
        if (await keys.FindSourceAsync(workspace.Key, key, cancellationToken) is null)
        {
            return new ProblemResult(SourceProblems.NotFound(key));
        }

        if (workspace.Key == WorkspaceKey.Default && key == SourceDirectory.DefaultSource)
        {
            return new ProblemResult(SourceProblems.IsDefault());
        }

        if (force is not true)
        {
            var sent = await queries.ContentAsync(workspace.Key, key, cancellationToken);
            var uses = (await segments.ListAsync(workspace.Key, cancellationToken)).Select(sent.UseOf).OfType<SourceUse>().ToList();
            if (uses.Count > 0)
            {
                return new ProblemResult(SourceProblems.InUse(key, uses));
            }
        }

        await keys.RemoveAsync(workspace.Key, key, cancellationToken);
        directory.Forget();
        return TypedResults.NoContent();
    }

    private static async Task<SourceView?> FindAsync(
        string key, IWriteKeys keys, SourceQueries queries, TimeProvider time, WorkspaceKey workspace, CancellationToken cancellationToken) =>
        await keys.FindSourceAsync(workspace, key, cancellationToken) is { } source
            ? View(source, (await queries.VolumesAsync(workspace, cancellationToken)).GetValueOrDefault(key), time.GetUtcNow())
            : null;

    private static SourceView View(WriteKeySource source, SourceVolume? volume, DateTimeOffset now) => new(
        source.Name,
        source.Title.Length > 0 ? source.Title : source.Name,
        Enum.TryParse<SourceKind>(source.Kind, ignoreCase: true, out var kind) ? kind : SourceKind.Http,
        source.Enabled,
        source.CreatedAt,
        source.RotatedAt,
        source.FormerUntil > now ? source.FormerUntil : null,
        volume?.Calls ?? 0,
        volume?.LastReceivedAt);

    private static string NameOf(SourceKind kind) => kind.ToString().ToLowerInvariant();

    private static string AddressOf(HttpRequest request) => $"{request.Scheme}://{request.Host.Value}{request.PathBase.Value}";

    /// <summary>A key that resembles a name: "Web shop (EU)" gives web-shop-eu.</summary>
    private static string KeyOf(string name)
    {
        var key = new StringBuilder();
        foreach (var letter in name.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                key.Append(letter);
            }
            else if (key.Length > 0 && key[^1] != '-')
            {
                key.Append('-');
            }
        }

        return key.ToString(0, Math.Min(key.Length, WorkspaceKey.MaxLength)).Trim('-');
    }
}
