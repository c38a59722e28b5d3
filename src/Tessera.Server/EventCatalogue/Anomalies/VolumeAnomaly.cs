namespace Tessera.Server.EventCatalogue.Anomalies;

/// <summary>Hours in which an event came far more or far less often than usual.</summary>
/// <param name="Event">The event.</param>
/// <param name="Kind">More or less than usual.</param>
/// <param name="From">The first of the hours.</param>
/// <param name="To">The end of the last of them.</param>
/// <param name="Calls">How often it happened in them.</param>
/// <param name="Expected">How often it usually happens in them.</param>
/// <param name="Deviation">How far the worst of the hours is from the usual, in robust standard deviations.</param>
/// <param name="Sentence">What is odd, and compared with what.</param>
internal sealed record VolumeAnomaly(
    string Event, VolumeAnomalyKind Kind, DateTimeOffset From, DateTimeOffset To, long Calls, double Expected, double Deviation, string Sentence);

/// <summary>In which direction a volume is odd.</summary>
internal enum VolumeAnomalyKind
{
    /// <summary>Far more often than usual.</summary>
    More,

    /// <summary>Far less often than usual, or not at all.</summary>
    Less,
}

/// <summary>The odd hours of a workspace.</summary>
/// <param name="Items">The latest first.</param>
/// <param name="Next">Always null: the list is never paged.</param>
internal sealed record VolumeAnomalyList(IReadOnlyList<VolumeAnomaly> Items, string? Next = null);
