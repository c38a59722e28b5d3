using System.Text.Json;
using Tessera.Segments.Live;

namespace Tessera.Segments.Explaining;

/// <summary>
/// What is known of one customer, all identities that are one today brought together: what an explanation is made from. What lies after the instant asked about
/// may be among it and is left aside.
/// </summary>
/// <param name="Profile">The id of the profile.</param>
/// <param name="FirstSeen">The time of the customer's earliest call of any kind.</param>
/// <param name="Calls">The customer's calls in any order, each once; those that <see cref="HistoryNeeds"/> does not name may be left out.</param>
public sealed record CustomerHistory(Guid Profile, DateTimeOffset FirstSeen, IReadOnlyList<LiveCall> Calls)
{
    /// <summary>The company that the customer was in at the instant asked about; null for none.</summary>
    public CompanyHistory? Company { get; init; }

    /// <summary>When membership of segments began and ended, as kept.</summary>
    public IReadOnlyList<MembershipChange> MembershipChanges { get; init; } = [];

    /// <summary>When consent was given and withdrawn.</summary>
    public IReadOnlyList<ConsentChange> Consents { get; init; } = [];

    /// <summary>A JSON object with <c>rfm</c>, <c>persona</c> and <c>score</c>; default for none.</summary>
    public JsonElement Computed { get; init; }

    /// <summary>Where a score of the customer stands among all; null when no score is known.</summary>
    public Func<ValuePath, ScoreRank>? Rank { get; init; }
}
