namespace Tessera.Server.Segments.Rfm;

/// <summary>The settings of a workspace's RFM model.</summary>
internal sealed record RfmOptions
{
    /// <summary>The longest window accepted, in days.</summary>
    public const int MaxWindowDays = 36_500;

    /// <summary>How values become scores. Default: quintiles.</summary>
    public RfmScoring Scoring { get; init; }

    /// <summary>The cut-offs; needed when, and only used when, scoring is by thresholds.</summary>
    public RfmThresholds? Thresholds { get; init; }

    /// <summary>How many days before the reference date count; null: everything before it. From 1 to 36,500.</summary>
    public int? WindowDays { get; init; }

    /// <summary>
    /// The day from whose beginning one looks back: days are counted to it, and purchases on it or later do not count. Null: the day after the
    /// last purchase in the data, so that an old file is judged as of its own end.
    /// </summary>
    public DateOnly? ReferenceDate { get; init; }

    /// <summary>What counts as money spent. Default: gross.</summary>
    public RfmMonetary Monetary { get; init; }

    /// <summary>Which set of segment names is used. Default: full.</summary>
    public RfmNaming Naming { get; init; }
}
