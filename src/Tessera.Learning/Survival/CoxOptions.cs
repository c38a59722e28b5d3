namespace Tessera.Learning.Survival;

/// <summary>How a Cox model is fitted.</summary>
public sealed record CoxOptions
{
    /// <summary>What to do about events at the same time; default Efron.</summary>
    public TieHandling Ties { get; init; } = TieHandling.Efron;

    /// <summary>A quadratic penalty on coefficients of standardised covariates, 0 to 10⁶; default 0, none.</summary>
    public double Ridge { get; init; }

    /// <summary>Newton steps after which the search gives up, 1 to 1,000; default 50.</summary>
    public int MaxIterations { get; init; } = 50;

    /// <summary>Refuses options out of range.</summary>
    /// <exception cref="InvalidOptionsException">At least one is; all are listed.</exception>
    public void Validate() => new OptionProblems()
        .Range("ridge", Ridge, 0, 1e6)
        .Range("max iterations", MaxIterations, 1, 1000)
        .Require(Enum.IsDefined(Ties), $"ties is {(int)Ties} but must be Efron or Breslow.")
        .ThrowIfAny();
}
