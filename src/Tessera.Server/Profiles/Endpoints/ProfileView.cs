using System.Text.Json;
using Tessera.Server.Segments.Contracts;

namespace Tessera.Server.Profiles.Endpoints;

/// <summary>Everything known about one customer.</summary>
/// <param name="Id">The profile's id.</param>
/// <param name="Identifiers">What they are known by, the one first that the id is made of.</param>
/// <param name="Name">Their name; null when not known.</param>
/// <param name="Country">Their country; null when not known.</param>
/// <param name="Traits">What else is known of them.</param>
/// <param name="Context">The latest context of their calls.</param>
/// <param name="Computed">What is computed of all they ever did.</param>
/// <param name="Company">The company that their latest group call names; null when there was none.</param>
/// <param name="FirstSeen">The time of the first thing known of them.</param>
/// <param name="LastSeen">The time of the last thing known of them.</param>
/// <param name="Segments">The segments they are in.</param>
/// <param name="Scores">Scores by name: <c>rfm.recency</c>, <c>rfm.frequency</c>, <c>rfm.monetary</c>.</param>
/// <param name="Rfm">Where the RFM model sees them; null when they have not bought in its window.</param>
/// <param name="Value">What they are worth.</param>
/// <param name="LastErasure">The erasure that was asked for last for this id: of this customer while it is on its way, else of somebody who had the identifier before; null when there was none.</param>
internal sealed record ProfileView(
    Guid Id,
    IReadOnlyList<ProfileIdentifier> Identifiers,
    string? Name,
    string? Country,
    IReadOnlyDictionary<string, JsonElement> Traits,
    IReadOnlyDictionary<string, JsonElement> Context,
    ProfileComputed Computed,
    ProfileCompany? Company,
    DateTimeOffset FirstSeen,
    DateTimeOffset LastSeen,
    IReadOnlyList<ProfileSegment> Segments,
    IReadOnlyDictionary<string, double> Scores,
    ProfileRfm? Rfm,
    ProfileValue Value,
    Guid? LastErasure);

/// <summary>A segment that a customer is in.</summary>
/// <param name="Key">Its name in URLs.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Kind">How it is made.</param>
/// <param name="Since">
/// For segments in the language, the day on which they entered it last. For those of the RFM model, the first month's end from which on they were in it without a break,
/// or else the reference date; null while the past is being computed.
/// </param>
internal sealed record ProfileSegment(string Key, string Name, string Kind, DateOnly? Since);

/// <summary>Where the RFM model sees a customer.</summary>
/// <param name="RecencyDays">Days from the date of the last purchase to the reference date.</param>
/// <param name="Frequency">Orders.</param>
/// <param name="Monetary">Money spent, as the model counts it: within its window, and with returns taken off only if <paramref name="IsNet"/>.</param>
/// <param name="ReferenceDate">The day to which days are counted.</param>
/// <param name="WindowDays">How many days before the reference date count; null: everything before it.</param>
/// <param name="IsNet">Whether returns are taken off <paramref name="Monetary"/>.</param>
/// <param name="Scores">The three scores, 1 to 5.</param>
/// <param name="Segment">The segment they make.</param>
/// <param name="Why">The reason, in one sentence.</param>
internal sealed record ProfileRfm(
    int RecencyDays, long Frequency, decimal Monetary, DateOnly? ReferenceDate, int? WindowDays, bool IsNet, CustomerScores Scores, SegmentReference Segment, string Why);

/// <summary>What a customer is worth.</summary>
/// <param name="Orders">Distinct orders with at least one purchased line.</param>
/// <param name="Revenue">The sum of all purchases; returns are not taken off.</param>
/// <param name="Returns">What went back: returns, cancellations and discounts, as a positive amount.</param>
/// <param name="AverageOrderValue">Revenue per order; 0 when there are none.</param>
/// <param name="Currency">The currency of the amounts.</param>
internal sealed record ProfileValue(long Orders, decimal Revenue, decimal Returns, decimal AverageOrderValue, string Currency);
