namespace Tessera.Learning.Lifetime;

/// <summary>How a parametric bootstrap is done.</summary>
public sealed record ParametricBootstrapOptions
{
    /// <summary>How many simulated data sets are fitted, 20 to 100,000; default 200. More make the ends of intervals steadier.</summary>
    public int Replicates { get; init; } = 200;

    /// <summary>The probability that an interval covers the truth, 0.5 to 0.999; default 0.95.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>The seed of all chance; default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Refuses options out of range.</summary>
    /// <exception cref="InvalidOptionsException">At least one is; all are listed.</exception>
    public void Validate() => new OptionProblems()
        .Range("replicates", Replicates, 20, 100_000)
        .Range("level", Level, 0.5, 0.999)
        .ThrowIfAny();
}
