using Tessera.Server.Segments.Rfm.Naming;

namespace Tessera.Server.Segments.Rfm;

/// <summary>Everything that is known of a workspace's model without asking the engine.</summary>
/// <param name="State">Its options and whether it is up to date.</param>
/// <param name="Version">The version of <c>rfm_customers</c> to read; null when none was computed yet.</param>
/// <param name="Result">What that version amounts to; null when none was computed yet.</param>
/// <param name="History">The months' ends before it that were computed with the same options, oldest first.</param>
/// <param name="Past">How far the computation of those months is; null while that is not known yet.</param>
internal sealed record RfmStanding(
    RfmModelState State, long? Version, RfmResult? Result, IReadOnlyList<RfmHistoryMonth> History, RfmPast? Past)
{
    /// <summary>The names in force: those of the version to read, or else those to come.</summary>
    public SegmentNaming Naming => SegmentNamings.Of((Result?.Options ?? State.Options).Naming);

    /// <summary>
    /// The version of <c>rfm_snapshots</c> that says since when customers are where they are; null while the last month's end before the
    /// reference date is not computed.
    /// </summary>
    public long? Snapshot => Result?.ReferenceDate is { } reference && History.Count > 0 && History[^1].Date.AddMonths(1) >= reference
        ? History[^1].Version
        : null;
}
