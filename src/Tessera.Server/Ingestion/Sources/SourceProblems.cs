using Microsoft.AspNetCore.Http;
using Tessera.Domain;
using Tessera.Server.Hosting.Problems;

namespace Tessera.Server.Ingestion.Sources;

/// <summary>What can be wrong when sources are managed.</summary>
internal static class SourceProblems
{
    private const int MostNamed = 5;

    public static Problem NotFound(string key) => new(
        StatusCodes.Status404NotFound, "source-not-found", "No such source", $"There is no source \"{key}\" in this workspace; GET /api/sources lists them.");

    public static Problem NameInvalid(int longest) => new(
        StatusCodes.Status400BadRequest, "source-invalid", "Source not accepted", $"The name of a source has 1 to {longest} characters.");

    public static Problem KeyInvalid(string key) => new(
        StatusCodes.Status400BadRequest,
        "source-invalid",
        "Source not accepted",
        $"\"{key}\" is no key for a source; use 1 to {WorkspaceKey.MaxLength} lower-case letters, digits and inner hyphens, such as \"web-shop\".");

    public static Problem KeyTaken(string key) => new(
        StatusCodes.Status409Conflict, "source-exists", "Source exists", $"There is a source \"{key}\" already; choose another key.");

    public static Problem IsDefault() => new(
        StatusCodes.Status409Conflict,
        "source-is-default",
        "Source kept",
        "The source that the installation began with cannot be deleted, for its key lies in write.key; switch it off instead, with enabled: false.");

    /// <summary>Segments ask about what only this source sends, or what it sends too.</summary>
    public static Problem InUse(string key, IReadOnlyList<SourceUse> segments)
    {
        var named = string.Join(", ", segments.Select(segment => $"{segment.Name} ({string.Join(", ", segment.About.Take(MostNamed))}{(segment.About.Count > MostNamed ? " …" : string.Empty)})"));
        return new Problem(
            StatusCodes.Status409Conflict,
            "source-in-use",
            "Source in use",
            $"Segments ask about what source \"{key}\" sends: {named}; without it they will change as that grows old. Add force=true to delete it all the same.")
        {
            Extensions = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["segments"] = segments.Select(segment => new { key = segment.Key, name = segment.Name, events = segment.Events, about = segment.About }),
            },
        };
    }
}
