namespace Tessera.Learning.Linear;

/// <summary>How linear models are fitted.</summary>
public sealed record LinearOptions
{
    /// <summary>λ, the ridge on coefficients of standardised numbers and of 0/1 columns; the intercept is free. Above 0, up to 10¹²; default 1.</summary>
    public double L2 { get; init; } = 1;

    /// <summary>Newton steps after which a logistic fit gives up. 1 to 10,000; default 100. Ignored by linear regression.</summary>
    public int MaximumIterations { get; init; } = 100;

    internal void Validate() => new OptionProblems()
        .Range(nameof(L2), L2, 1e-12, 1e12)
        .Range(nameof(MaximumIterations), MaximumIterations, 1, 10_000)
        .ThrowIfAny();
}
