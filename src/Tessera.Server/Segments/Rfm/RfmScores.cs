namespace Tessera.Server.Segments.Rfm;

/// <summary>One customer's place on the three axes, each from 1 (weakest) to 5 (strongest).</summary>
/// <param name="Recency">How recently they bought.</param>
/// <param name="Frequency">How often they bought.</param>
/// <param name="Monetary">How much they spent.</param>
internal sealed record RfmScores(int Recency, int Frequency, int Monetary)
{
    /// <summary>The 125 cells there are, (1,1,1) first, the monetary score running fastest.</summary>
    public static IEnumerable<RfmScores> All =>
        from recency in Enumerable.Range(1, 5)
        from frequency in Enumerable.Range(1, 5)
        from monetary in Enumerable.Range(1, 5)
        select new RfmScores(recency, frequency, monetary);

    /// <summary>The cell's place in <see cref="All"/>, from 0.</summary>
    public int Index => ((Recency - 1) * 25) + ((Frequency - 1) * 5) + Monetary - 1;
}
