using Tessera.Server.Segments.Rfm;

namespace Tessera.Server.Tests.Segments.Rfm;

/// <summary>The definition of the scores, written down as plainly as it can be: what every other implementation is held against.</summary>
internal static class ReferenceRfm
{
    /// <summary>score = 1 + floor(5 · #{customers strictly worse} / n), better being larger.</summary>
    public static int[] Scores<T>(IReadOnlyList<T> values)
        where T : IComparable<T> =>
        [.. values.Select(value => 1 + (5 * values.Count(other => other.CompareTo(value) < 0) / values.Count))];

    /// <summary>The scores of customers given by days, orders and money.</summary>
    public static IReadOnlyList<RfmScores> Scores(IReadOnlyList<(int Days, int Orders, decimal Money)> customers)
    {
        var recency = Scores([.. customers.Select(customer => -customer.Days)]);
        var frequency = Scores([.. customers.Select(customer => customer.Orders)]);
        var monetary = Scores([.. customers.Select(customer => customer.Money)]);
        return [.. customers.Select((_, i) => new RfmScores(recency[i], frequency[i], monetary[i]))];
    }
}
