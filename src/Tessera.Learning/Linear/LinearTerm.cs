namespace Tessera.Learning.Linear;

/// <summary>What one feature adds to a linear score.</summary>
/// <param name="Slope">Of a number: what each unit adds.</param>
/// <param name="ByCategory">Of a category: what each code adds; empty for a number.</param>
/// <param name="Missing">What a missing or unknown value adds.</param>
/// <param name="Mean">What the feature added on average in training.</param>
internal sealed record LinearTerm(double Slope, double[] ByCategory, double Missing, double Mean)
{
    /// <summary>What a value adds.</summary>
    public double Of(double value) => double.IsNaN(value) ? Missing
        : ByCategory.Length == 0 ? Slope * value
        : value < ByCategory.Length ? ByCategory[(int)value]
        : Missing;
}
