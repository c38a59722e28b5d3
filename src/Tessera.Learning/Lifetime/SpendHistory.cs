namespace Tessera.Learning.Lifetime;

/// <summary>What one customer spent, as the Gamma-Gamma model needs it.</summary>
/// <param name="Purchases">How many purchases the mean is over (x); at least 1.</param>
/// <param name="MeanAmount">The mean amount of one purchase; above 0.</param>
public readonly record struct SpendHistory(int Purchases, double MeanAmount)
{
    internal string? Defect => this switch
    {
        { Purchases: < 1 } => $"a mean over {Purchases} purchases; at least 1 is needed",
        { MeanAmount: var mean } when !(mean > 0 && double.IsFinite(mean)) => FormattableString.Invariant($"a mean amount of {mean}; it must be a finite number above 0"),
        _ => null,
    };
}
