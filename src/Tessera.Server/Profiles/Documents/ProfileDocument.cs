using System.Text.Json;
using Tessera.Server.Profiles.Computing;
using Tessera.Server.Segments.Contracts;

namespace Tessera.Server.Profiles.Documents;

/// <summary>What the engine answers of one profile, put together before anybody asks.</summary>
/// <param name="TimeZone">The IANA time zone in which days were counted.</param>
/// <param name="Nodes">The ids of the identifiers whose calls and order lines it is of.</param>
/// <param name="Row">The profile's row.</param>
/// <param name="Activity">What its calls come to.</param>
/// <param name="Value">What was bought.</param>
/// <param name="Memberships">The segments in the language that it is in.</param>
/// <param name="StandingMark">What the RFM model was computed of; where it is another by now, <paramref name="Standing"/> is not to be shown.</param>
/// <param name="Standing">Where the RFM model sees it, if it does.</param>
internal sealed record ProfileDocument(
    string TimeZone,
    IReadOnlyList<Guid> Nodes,
    ProfileRow Row,
    ActivityRow Activity,
    CustomerValueRow Value,
    IReadOnlyList<RecordedMembership> Memberships,
    string StandingMark,
    CustomerStanding? Standing)
{
    private static readonly JsonSerializerOptions Options = new() { IncludeFields = true };

    /// <summary>The document as it is kept.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Options);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static ProfileDocument Read(byte[] body) => JsonSerializer.Deserialize<ProfileDocument>(body, Options)!;

    /// <summary>Whether it is of those identifiers, and of days in that time zone.</summary>
    public bool IsOf(IReadOnlyCollection<Guid> nodes, string timeZone) => TimeZone == timeZone && Nodes.Count == nodes.Count && !Nodes.Except(nodes).Any();
}
