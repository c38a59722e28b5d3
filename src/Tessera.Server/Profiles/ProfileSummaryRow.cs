namespace Tessera.Server.Profiles;

/// <summary>What a list says about a profile, as the engine answers it.</summary>
/// <param name="ProfileId">Its id.</param>
/// <param name="Kind">The kind of the identifier it was first known by.</param>
/// <param name="Identifier">The value of that identifier.</param>
/// <param name="Name">The name; empty when not known.</param>
/// <param name="Country">The country; empty when not known.</param>
/// <param name="FirstSeen">The time of the first thing known of the customer.</param>
/// <param name="LastSeen">The time of the last thing known of the customer.</param>
/// <param name="Orders">Orders over all time.</param>
/// <param name="Revenue">The sum of all purchases.</param>
/// <param name="Segment">The key of the RFM segment; empty when there is none.</param>
/// <param name="Columns">The values of the traits that were asked for, as JSON, in their order; empty when not known.</param>
internal sealed record ProfileSummaryRow(
    Guid ProfileId,
    string Kind,
    string Identifier,
    string Name,
    string Country,
    DateTimeOffset FirstSeen,
    DateTimeOffset LastSeen,
    long Orders,
    decimal Revenue,
    string Segment,
    IReadOnlyList<string> Columns);
