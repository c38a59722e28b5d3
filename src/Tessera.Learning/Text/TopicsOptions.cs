namespace Tessera.Learning.Text;

/// <summary>How topics are found.</summary>
public sealed record TopicsOptions
{
    /// <summary>k, the number of topics. 1 to 1,000; default 10.</summary>
    public int Topics { get; init; } = 10;

    /// <summary>Rounds after which it gives up. 1 to 100,000; default 200.</summary>
    public int MaximumIterations { get; init; } = 200;

    /// <summary>Of the first values. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    internal void Validate() => new OptionProblems()
        .Range(nameof(Topics), Topics, 1, 1000)
        .Range(nameof(MaximumIterations), MaximumIterations, 1, 100_000)
        .ThrowIfAny();
}
