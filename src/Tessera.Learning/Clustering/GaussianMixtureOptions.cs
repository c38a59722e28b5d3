namespace Tessera.Learning.Clustering;

/// <summary>How a Gaussian mixture is fitted.</summary>
public sealed record GaussianMixtureOptions
{
    /// <summary>k, the number of components. 1 to 1,000; default 5.</summary>
    public int Components { get; init; } = 5;

    /// <summary>Which covariances they may have. Default: full.</summary>
    public CovarianceShape Covariance { get; init; } = CovarianceShape.Full;

    /// <summary>Added to every variance, as a share of the feature's variance among all rows, so that no component shrinks to a point. Above 0, at most 1; default 10⁻³.</summary>
    public double Floor { get; init; } = 1e-3;

    /// <summary>Independent starts, of which the most likely is kept. 1 to 1,000; default 5.</summary>
    public int Restarts { get; init; } = 5;

    /// <summary>Rounds after which a start gives up. 1 to 100,000; default 500.</summary>
    public int MaximumIterations { get; init; } = 500;

    /// <summary>Of the starts. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Threads; 0 for one per processor. The model does not depend on it. 0 to 1,024; default 0.</summary>
    public int Threads { get; init; }

    internal void Validate() => new OptionProblems()
        .Range(nameof(Components), Components, 1, 1000)
        .Require(Enum.IsDefined(Covariance), $"{nameof(Covariance)} is {(int)Covariance} but must be one of {string.Join(", ", Enum.GetNames<CovarianceShape>())}.")
        .Range(nameof(Floor), Floor, 1e-12, 1)
        .Range(nameof(Restarts), Restarts, 1, 1000)
        .Range(nameof(MaximumIterations), MaximumIterations, 1, 100_000)
        .Range(nameof(Threads), Threads, 0, 1024)
        .ThrowIfAny();
}
