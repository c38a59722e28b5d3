namespace Tessera.Learning.Lifetime;

/// <summary>What customers did at regular opportunities, such as yearly appeals; equal ones together.</summary>
/// <param name="Frequency">At how many of them they bought (x).</param>
/// <param name="LastPurchase">At which they last did (t_x), from 1; 0 for never.</param>
/// <param name="Opportunities">How many there were (n), after the one that made them customers.</param>
/// <param name="Customers">How many customers did this; at least 1.</param>
public readonly record struct OpportunityHistory(int Frequency, int LastPurchase, int Opportunities, int Customers = 1)
{
    internal string? Defect => this switch
    {
        { Customers: < 1 } => $"stands for {Customers} customers",
        { Frequency: < 0 } => $"has a frequency of {Frequency}",
        { Frequency: 0, LastPurchase: not 0 } => $"has a last purchase at {LastPurchase} without a purchase",
        _ when LastPurchase < Frequency => $"has {Frequency} purchases up to opportunity {LastPurchase}; at most one each is possible",
        _ when LastPurchase > Opportunities => $"has a last purchase at {LastPurchase} of {Opportunities} opportunities",
        _ => null,
    };

    /// <exception cref="ArgumentException">The history contradicts itself; the message says how.</exception>
    internal void Check(string parameter)
    {
        if (Defect is { } defect)
        {
            throw new ArgumentException($"The history {defect}.", parameter);
        }
    }
}
