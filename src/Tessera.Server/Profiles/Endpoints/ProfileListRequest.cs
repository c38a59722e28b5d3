using Microsoft.AspNetCore.Mvc;

namespace Tessera.Server.Profiles.Endpoints;

/// <summary>Which customers to list, and what to say of them.</summary>
/// <param name="Search">Text that an identifier, a name or an e-mail address begins with or contains.</param>
/// <param name="Segment">The key of a segment.</param>
/// <param name="Sort">revenue, orders, firstSeen or lastSeen, with a minus in front for descending.</param>
/// <param name="Columns">Names of traits to say beside, with commas between.</param>
/// <param name="Limit">How many, 1 to 1000.</param>
/// <param name="Cursor">The next of the page before.</param>
/// <param name="Identifier">KIND:VALUE: answers with that one profile instead.</param>
internal sealed record ProfileListRequest(
    [FromQuery(Name = "search")] string? Search = null,
    [FromQuery(Name = "segment")] string? Segment = null,
    [FromQuery(Name = "sort")] string? Sort = null,
    [FromQuery(Name = "columns")] string? Columns = null,
    [FromQuery(Name = "limit")] int? Limit = null,
    [FromQuery(Name = "cursor")] string? Cursor = null,
    [FromQuery(Name = "identifier")] string? Identifier = null);
