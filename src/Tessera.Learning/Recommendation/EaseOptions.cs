namespace Tessera.Learning.Recommendation;

/// <summary>How EASE is fitted.</summary>
public sealed record EaseOptions
{
    /// <summary>λ, the ridge, in units of users. Above 0, up to 10¹²; default 250. More users and rarer items want more.</summary>
    public double L2 { get; init; } = 250;

    /// <summary>The most items: memory grows with their square and time with their cube. The most popular ones are taken; others are scored 0. 2 to 30,000; default 10,000.</summary>
    public int MaximumItems { get; init; } = 10_000;

    /// <summary>Threads; 0 for one per processor. The model does not depend on it. 0 to 1,024; default 0.</summary>
    public int Threads { get; init; }

    internal void Validate() => new OptionProblems()
        .Range(nameof(L2), L2, 1e-12, 1e12)
        .Range(nameof(MaximumItems), MaximumItems, 2, 30_000)
        .Range(nameof(Threads), Threads, 0, 1024)
        .ThrowIfAny();
}
