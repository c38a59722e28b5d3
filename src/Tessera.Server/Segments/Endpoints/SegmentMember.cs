using Tessera.Domain;
using Tessera.Server.Segments.Contracts;

namespace Tessera.Server.Segments.Endpoints;

/// <summary>A member of a segment.</summary>
/// <param name="ProfileId">The customer's profile.</param>
/// <param name="Identifier">The identifier the customer was first known by.</param>
/// <param name="Name">Their name; null when not known.</param>
/// <param name="Country">Their country; null when not known.</param>
/// <param name="Since">
/// Of a segment written in the language the day on which they entered it last, and null where that is not known, as of an instant before it was made; of an RFM segment the first
/// month's end from which on they were in it without a break, or else the reference date, and null while the past is being computed.
/// </param>
/// <param name="EnteredAt">When they entered a segment written in the language; null for RFM segments, and where it is not known.</param>
/// <param name="RecencyDays">
/// Days from the date of the last purchase to the day asked about, in RFM segments to the reference date; null for who bought since, and, like the following, for who never bought.
/// </param>
/// <param name="Frequency">Orders.</param>
/// <param name="Monetary">Money spent.</param>
/// <param name="Scores">The three scores, 1 to 5.</param>
internal sealed record SegmentMember(
    Guid ProfileId,
    Identifier Identifier,
    string? Name,
    string? Country,
    DateOnly? Since,
    DateTimeOffset? EnteredAt,
    int? RecencyDays,
    long? Frequency,
    decimal? Monetary,
    CustomerScores? Scores);

/// <summary>A page of members.</summary>
/// <param name="Items">The members, in the order asked for.</param>
/// <param name="Next">The cursor of the next page; null on the last one.</param>
internal sealed record SegmentMemberList(IReadOnlyList<SegmentMember> Items, string? Next);
