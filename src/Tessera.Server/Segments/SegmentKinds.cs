namespace Tessera.Server.Segments;

/// <summary>The kinds of segments and the strategies they serve, as filters and answers name them.</summary>
internal static class SegmentKinds
{
    /// <summary>Made by the RFM model.</summary>
    public const string Rfm = "rfm";

    /// <summary>Written in the segment language.</summary>
    public const string Rule = "rule";

    /// <summary>The strategy that RFM segments serve: by what customers are worth.</summary>
    public const string ValueBased = "value-based";

    /// <summary>Every kind there will be; a filter by one that has no segments yet finds none.</summary>
    public static IReadOnlyList<string> All { get; } = [Rule, Rfm, "persona"];

    /// <summary>The seven strategies of segmentation.</summary>
    public static IReadOnlyList<string> Strategies { get; } =
        ["behavioural", "demographic", "psychographic", "technographic", "needs-based", ValueBased, "engagement"];
}
