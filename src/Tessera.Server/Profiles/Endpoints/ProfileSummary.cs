using System.Text.Json;
using Tessera.Domain;

namespace Tessera.Server.Profiles.Endpoints;

/// <summary>A profile in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Identifier">The identifier the customer was first known by.</param>
/// <param name="Name">Their name; null when not known.</param>
/// <param name="Country">Their country; null when not known.</param>
/// <param name="FirstSeen">The time of the first thing known of them.</param>
/// <param name="LastSeen">The time of the last thing known of them.</param>
/// <param name="Orders">Orders over all time.</param>
/// <param name="Revenue">The sum of all purchases; returns are not taken off.</param>
/// <param name="Segments">The segments they are in.</param>
/// <param name="Columns">The traits that were asked for, by name; one that is not known is left out.</param>
internal sealed record ProfileSummary(
    Guid Id,
    Identifier Identifier,
    string? Name,
    string? Country,
    DateTimeOffset FirstSeen,
    DateTimeOffset LastSeen,
    long Orders,
    decimal Revenue,
    IReadOnlyList<SegmentReference> Segments,
    IReadOnlyDictionary<string, JsonElement> Columns);

/// <summary>A segment, named.</summary>
/// <param name="Key">Its name in URLs.</param>
/// <param name="Name">Its name for people.</param>
internal sealed record SegmentReference(string Key, string Name);

/// <summary>A page of profiles.</summary>
/// <param name="Items">The profiles, in the order asked for.</param>
/// <param name="Next">The cursor of the next page; null on the last one.</param>
internal sealed record ProfileList(IReadOnlyList<ProfileSummary> Items, string? Next);

/// <summary>A trait that a list of customers may show.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Share">The share of customers that have it, 0 to 1; of many customers, of a sample of them.</param>
internal sealed record ProfileColumn(string Name, double Share);

/// <summary>The traits that a list of customers may show.</summary>
/// <param name="Items">The commonest first.</param>
internal sealed record ProfileColumnList(IReadOnlyList<ProfileColumn> Items);
