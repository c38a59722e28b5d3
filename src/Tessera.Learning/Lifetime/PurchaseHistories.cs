using System.Runtime.InteropServices;

namespace Tessera.Learning.Lifetime;

/// <summary>
/// Many customers' histories, equal ones collapsed into one with a count: the likelihood of every model here is the same for
/// equal histories, so fitting costs as much as there are different ones.
/// </summary>
public sealed class PurchaseHistories
{
    private PurchaseHistories((PurchaseHistory History, int Customers)[] distinct)
    {
        Customers = distinct.Sum(entry => entry.Customers);
        RepeatPurchases = distinct.Sum(entry => (long)entry.History.Frequency * entry.Customers);
        var times = new Dictionary<double, int>();
        var frequencies = new List<double>();
        Rows = new HistoryRow[distinct.Length];
        for (var i = 0; i < distinct.Length; i++)
        {
            var (history, customers) = distinct[i];
            if (frequencies.Count == 0 || frequencies[^1] != history.Frequency)
            {
                frequencies.Add(history.Frequency);
            }

            Rows[i] = new(frequencies.Count - 1, IndexOf(times, history.Recency), IndexOf(times, history.Age), customers);
        }

        Frequencies = [.. frequencies];
        Times = new double[times.Count];
        foreach (var (time, index) in times)
        {
            Times[index] = time;
        }

        TotalAge = Rows.Sum(row => Times[row.Age] * row.Customers);
    }

    /// <summary>Customers in all.</summary>
    public int Customers { get; }

    /// <summary>Repeat purchases of all customers together.</summary>
    public long RepeatPurchases { get; }

    /// <summary>Different histories among them.</summary>
    public int DistinctHistories => Rows.Length;

    /// <summary>Different histories, sorted by frequency, recency and age; their fields are indexes into the tables below.</summary>
    internal HistoryRow[] Rows { get; }

    /// <summary>Different numbers of repeat purchases, ascending.</summary>
    internal double[] Frequencies { get; }

    /// <summary>Different times, be they recencies or ages.</summary>
    internal double[] Times { get; }

    /// <summary>The observed time of all customers together.</summary>
    internal double TotalAge { get; }

    /// <summary>The different histories with how many customers have each, in a fixed order.</summary>
    public IEnumerable<KeyValuePair<PurchaseHistory, int>> Distinct() => Rows.Select(row => KeyValuePair.Create(
        new PurchaseHistory((int)Frequencies[row.Frequency], Times[row.Recency], Times[row.Age]), row.Customers));

    /// <summary>Collapses histories. O(n log n).</summary>
    /// <param name="histories">One per customer, in any order; the result does not depend on it.</param>
    /// <exception cref="ArgumentException">A history contradicts itself; the message says which and how.</exception>
    /// <exception cref="NotEstimableException">There is no history at all.</exception>
    public static PurchaseHistories Collapse(IEnumerable<PurchaseHistory> histories)
    {
        ArgumentNullException.ThrowIfNull(histories);
        var counts = new Dictionary<PurchaseHistory, int>();
        var position = 0;
        foreach (var history in histories)
        {
            position++;
            if (history.Defect is { } defect)
            {
                throw new ArgumentException($"Customer {position} of the input has {defect}.", nameof(histories));
            }

            CollectionsMarshal.GetValueRefOrAddDefault(counts, history, out _)++;
        }

        if (position == 0)
        {
            throw new NotEstimableException("No customer was given, so there is nothing to learn purchase behaviour from.");
        }

        // Sorted, so that sums are taken in one order whatever the order of the input.
        var distinct = new (PurchaseHistory History, int Customers)[counts.Count];
        var index = 0;
        foreach (var (history, customers) in counts)
        {
            distinct[index++] = (history, customers);
        }

        Array.Sort(distinct, static (one, other) => Compare(one.History, other.History));
        return new PurchaseHistories(distinct);
    }

    /// <summary>Refuses data that say nothing about buying again.</summary>
    internal void RequireRepeatPurchases(string model)
    {
        if (RepeatPurchases == 0)
        {
            throw new NotEstimableException(
                $"The {model} model cannot be estimated: none of the {Customers} customers bought a second time, so nothing is known of how they come back.");
        }

        if (Customers < 10)
        {
            throw new NotEstimableException($"The {model} model cannot be estimated: it needs at least 10 customers, and hundreds to be useful, but there are only {Customers}.");
        }
    }

    private static int Compare(PurchaseHistory one, PurchaseHistory other)
    {
        var order = one.Frequency.CompareTo(other.Frequency);
        order = order != 0 ? order : one.Recency.CompareTo(other.Recency);
        return order != 0 ? order : one.Age.CompareTo(other.Age);
    }

    private static int IndexOf(Dictionary<double, int> times, double time)
    {
        ref var index = ref CollectionsMarshal.GetValueRefOrAddDefault(times, time, out var known);
        return known ? index : index = times.Count - 1;
    }

    /// <summary>A distinct history as indexes into <see cref="Frequencies"/> and <see cref="Times"/>, with its count.</summary>
    internal readonly record struct HistoryRow(int Frequency, int Recency, int Age, int Customers);
}
