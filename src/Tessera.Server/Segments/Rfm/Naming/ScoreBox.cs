namespace Tessera.Server.Segments.Rfm.Naming;

/// <summary>A block of the 5 × 5 × 5 cube of scores: one range on each axis.</summary>
/// <param name="Recency">The recency scores of the block.</param>
/// <param name="Frequency">The frequency scores of the block.</param>
/// <param name="Monetary">The monetary scores of the block.</param>
internal sealed record ScoreBox(ScoreRange Recency, ScoreRange Frequency, ScoreRange Monetary)
{
    /// <summary>The block as a condition: <c>r ≥ 4, f ≥ 4, m ≤ 3</c>; axes that do not matter are left out.</summary>
    public string Rule
    {
        get
        {
            (ScoreRange Range, string Axis)[] axes = [(Recency, "r"), (Frequency, "f"), (Monetary, "m")];
            return string.Join(", ", axes.Where(axis => !axis.Range.IsAny).Select(axis => axis.Range.Rule(axis.Axis)));
        }
    }

    /// <summary>Whether the cell lies in the block.</summary>
    public bool Contains(RfmScores scores) => Misses(scores) == 0;

    /// <summary>On how many axes the cell lies outside the block: 0 to 3.</summary>
    public int Misses(RfmScores scores) =>
        (Recency.Contains(scores.Recency) ? 0 : 1)
        + (Frequency.Contains(scores.Frequency) ? 0 : 1)
        + (Monetary.Contains(scores.Monetary) ? 0 : 1);
}
