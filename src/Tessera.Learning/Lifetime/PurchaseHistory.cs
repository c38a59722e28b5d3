namespace Tessera.Learning.Lifetime;

/// <summary>All that the "buy till you die" models need to know of one customer up to the end of the observation.</summary>
/// <remarks>Both times share one unit, such as weeks; whichever it is, rates and horizons are in the same.</remarks>
/// <param name="Frequency">Repeat purchases, not counting the first one (x in the literature); at least 0.</param>
/// <param name="Recency">Time from the first purchase to the last one (t_x); 0 without a repeat purchase, never above <paramref name="Age"/>.</param>
/// <param name="Age">Time from the first purchase to the end of the observation (T).</param>
public readonly record struct PurchaseHistory(int Frequency, double Recency, double Age)
{
    /// <summary>What is wrong with the history, or null.</summary>
    public string? Defect => this switch
    {
        { Frequency: < 0 } => $"a frequency of {Frequency}, which is below zero",
        { Recency: var recency, Age: var age } when !double.IsFinite(recency) || !double.IsFinite(age) => "a recency or age that is not a finite number",
        { Recency: < 0 } => FormattableString.Invariant($"a recency of {Recency}, which is below zero"),
        { Recency: var recency, Age: var age } when recency > age => FormattableString.Invariant($"a recency of {recency}, which is above its age of {age}"),
        { Frequency: 0, Recency: > 0 } => FormattableString.Invariant($"a recency of {Recency} without a repeat purchase; recency counts from the first purchase"),
        { Frequency: > 0, Recency: 0 } => $"{Frequency} repeat purchases at the time of the first one; purchases of the same time count as one",
        _ => null,
    };

    /// <summary>Refuses a history that contradicts itself.</summary>
    /// <exception cref="ArgumentException">It does; the message says how.</exception>
    internal void Check(string parameter)
    {
        if (Defect is { } defect)
        {
            throw new ArgumentException($"The customer has {defect}.", parameter);
        }
    }
}
