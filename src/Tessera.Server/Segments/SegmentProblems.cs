using Microsoft.AspNetCore.Http;
using Tessera.Domain;
using Tessera.Segments.Text;
using Tessera.Server.Hosting.Problems;
using Tessera.Server.Segments.Rfm.Naming;
using Tessera.Server.Segments.Rules;

namespace Tessera.Server.Segments;

/// <summary>What can be wrong with a request about segments.</summary>
internal static class SegmentProblems
{
    public static Problem OptionsInvalid(IReadOnlyDictionary<string, string[]> errors) => new(
        StatusCodes.Status400BadRequest,
        "rfm-options-invalid",
        "RFM options not accepted",
        string.Join(" ", errors.SelectMany(error => error.Value)))
    {
        Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["errors"] = errors },
    };

    /// <summary>There is no segment of a key; the nearest that there is, of those that people wrote too, is named.</summary>
    public static async Task<Problem> NotFoundAsync(string key, SegmentNaming naming, RuleStore rules, WorkspaceKey workspace, CancellationToken cancellationToken)
    {
        var known = naming.Segments.Select(segment => segment.Key).ToList();
        var own = (await rules.ListAsync(workspace, cancellationToken)).Select(rule => rule.Key);
        return new Problem(
            StatusCodes.Status404NotFound,
            "segment-not-found",
            "No such segment",
            $"There is no segment \"{key}\"{(Nearest.To(key, own.Concat(known)) is { } near ? $"; did you mean \"{near}\"?" : ".")} Those of the RFM model are {string.Join(", ", known)}.");
    }

    public static Problem ProfileNotFound(Guid id) => new(
        StatusCodes.Status404NotFound, "profile-not-found", "No such profile", $"There is no profile {id}; GET /api/profiles?search= finds profiles.");

    public static Problem Invalid(string code, string detail) => new(StatusCodes.Status400BadRequest, code, "Request not understood", detail);

    public static Problem AtNotKept() => Invalid(
        "at-not-kept",
        "at is not offered for RFM segments: who belonged to them is kept for now only, their size and worth at every month's end is in GET /api/segments/{key}/history; leave at out.");

    public static Problem ScoresNotKept(DateTimeOffset since) => Invalid(
        "at-not-kept",
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"The definition asks about scores, which are known of each customer as they were computed last, at {since.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}, and not as they were before. Leave at out, give an instant after that, or ask about orders instead, such as sum of revenue of \"Order Completed\" in the last 90 days > 500."));

    public static Problem PastNotKept(string key) => new(
        StatusCodes.Status404NotFound,
        "segment-past-not-kept",
        "The past is not known",
        $"No month's end is kept yet that the moves into and out of segment \"{key}\" could be counted from; they are computed after the present, where there are orders of more than a month.");

    public static Problem OneOf(string code, string parameter, string? value, IEnumerable<string> allowed) => Invalid(
        code, $"{parameter} is \"{value}\"; give one of {string.Join(", ", allowed)}.");

    public static Problem CursorExpired() => new(
        StatusCodes.Status410Gone,
        "cursor-expired",
        "The list has changed",
        "The segments were computed anew some time after this list was begun; begin it again without a cursor.");
}
