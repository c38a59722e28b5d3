using Microsoft.AspNetCore.Http;
using Tessera.Server.Hosting.Problems;

namespace Tessera.Server.Profiles;

/// <summary>What can be wrong with a request about profiles.</summary>
internal static class ProfileProblems
{
    public static Problem NotFound(string what) => new(
        StatusCodes.Status404NotFound, "profile-not-found", "No such profile", $"There is no profile {what}; GET /api/profiles?search= finds profiles.");

    public static Problem CompanyNotFound(Guid id) => new(
        StatusCodes.Status404NotFound, "company-not-found", "No such company", $"There is no company {id}; GET /api/companies?search= finds companies.");

    public static Problem IdentifierInvalid(string identifier) => Invalid(
        "identifier-invalid", $"\"{identifier}\" is not an identifier; write KIND:VALUE, such as user_id:12347 or email:ada@example.com.");

    public static Problem SortUnknown(string? sort) => Invalid(
        "sort-unknown", $"sort is \"{sort}\"; give one of {string.Join(", ", ProfileFilter.SortFields)}, with a minus in front for descending.");

    public static Problem SegmentUnknown(string segment, IEnumerable<string> segments) => Invalid(
        "segment-unknown", $"segment is \"{segment}\"; give one of {string.Join(", ", segments)}.");

    public static Problem ColumnsInvalid(int most) => Invalid("columns-invalid", $"columns names at most {most} traits, with commas between; GET /api/profiles/columns lists them.");

    public static Problem CursorExpired() => new(
        StatusCodes.Status410Gone,
        "cursor-expired",
        "The list has changed",
        "What customers bought was computed anew some time after this list was begun; begin it again without a cursor.");

    private static Problem Invalid(string code, string detail) => new(StatusCodes.Status400BadRequest, code, "Request not understood", detail);
}
