namespace Tessera.Learning.Lifetime;

/// <summary>One purchase as it stands in a file of orders.</summary>
/// <param name="Customer">Who bought.</param>
/// <param name="Time">When, in the shop's own time; only its day counts.</param>
/// <param name="Amount">For how much; not-a-number where amounts are unknown.</param>
public readonly record struct Purchase(string Customer, DateTime Time, double Amount = double.NaN);
