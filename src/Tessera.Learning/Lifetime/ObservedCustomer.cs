namespace Tessera.Learning.Lifetime;

/// <summary>One customer, split at the end of calibration.</summary>
/// <param name="Customer">Who.</param>
/// <param name="Calibration">What the customer did up to the end of calibration.</param>
/// <param name="Whole">What the customer did up to the end of the observation; equals <paramref name="Calibration"/> without a holdout.</param>
/// <param name="MeanRepeatAmount">Mean amount of the repeat purchases in calibration; not-a-number without one, or without amounts.</param>
/// <param name="HoldoutAmount">Amount of the purchases after calibration; not-a-number without amounts.</param>
public sealed record ObservedCustomer(
    string Customer, PurchaseHistory Calibration, PurchaseHistory Whole, double MeanRepeatAmount, double HoldoutAmount)
{
    /// <summary>Purchases after the end of calibration.</summary>
    public int HoldoutPurchases => Whole.Frequency - Calibration.Frequency;
}
