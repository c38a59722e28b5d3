namespace Tessera.Learning.Streams;

/// <summary>How the online logistic regression learns.</summary>
public sealed record FtrlOptions
{
    /// <summary>α of the step size α/(β + √Σg²). Above 0, up to 100; default 0.1.</summary>
    public double Alpha { get; init; } = 0.1;

    /// <summary>β of the step size. 0 to 1,000; default 1.</summary>
    public double Beta { get; init; } = 1;

    /// <summary>λ₁: weights of inputs that say less than this stay exactly 0. 0 to 10⁶; default 0.</summary>
    public double L1 { get; init; }

    /// <summary>λ₂: the ridge. 0 to 10⁶; default 0.</summary>
    public double L2 { get; init; }

    internal void Validate() => new OptionProblems()
        .Range(nameof(Alpha), Alpha, double.Epsilon, 100)
        .Range(nameof(Beta), Beta, 0, 1000)
        .Range(nameof(L1), L1, 0, 1e6)
        .Range(nameof(L2), L2, 0, 1e6)
        .ThrowIfAny();
}
