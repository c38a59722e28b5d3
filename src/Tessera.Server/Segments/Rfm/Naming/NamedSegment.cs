namespace Tessera.Server.Segments.Rfm.Naming;

/// <summary>A named group of customers, defined by the scores that belong to it.</summary>
/// <param name="Key">The stable name in URLs and files: lower case with hyphens.</param>
/// <param name="Name">The name people read.</param>
/// <param name="Description">Who these customers are, in one sentence.</param>
/// <param name="Advice">What to do about them.</param>
/// <param name="Boxes">The blocks of the cube of scores that make up the segment; they do not overlap.</param>
internal sealed record NamedSegment(string Key, string Name, string Description, string Advice, IReadOnlyList<ScoreBox> Boxes)
{
    /// <summary>The rule as printed in the product and in docs/concepts/rfm.md.</summary>
    public string Rule => string.Join(" or ", Boxes.Select(box => Boxes.Count > 1 ? $"({box.Rule})" : box.Rule));

    /// <summary>The segment in the segment language.</summary>
    public string Definition => $"rfm.segment is \"{Key}\"";

    /// <summary>Whether customers with these scores belong.</summary>
    public bool Contains(RfmScores scores) => Boxes.Any(box => box.Contains(scores));

    /// <summary>The block a customer is in, or else the one they miss on the fewest axes (the first of several).</summary>
    public ScoreBox Nearest(RfmScores scores) => Boxes.MinBy(box => box.Misses(scores))!;
}
