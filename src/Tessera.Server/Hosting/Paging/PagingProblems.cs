using Microsoft.AspNetCore.Http;
using Tessera.Server.Hosting.Problems;

namespace Tessera.Server.Hosting.Paging;

/// <summary>What can be wrong with the part of a list that is asked for; the same for every list.</summary>
internal static class PagingProblems
{
    /// <summary>The limit is none that the list allows.</summary>
    /// <param name="limit">What was asked for.</param>
    /// <param name="most">The most rows a page may have.</param>
    public static Problem LimitInvalid(int? limit, int most) => Invalid("limit-invalid", $"limit is {limit}; give 1 to {most}.");

    /// <summary>The cursor was not made by this list.</summary>
    /// <param name="with">What else must be as it was when the list was begun, such as "segment and sort"; null when nothing.</param>
    public static Problem CursorInvalid(string? with = null) => Invalid(
        "cursor-invalid", $"The cursor does not belong to this list: send the one of the last answer{(with is null ? "" : $", with the same {with}")}.");

    private static Problem Invalid(string code, string detail) => new(StatusCodes.Status400BadRequest, code, "Request not understood", detail);
}
