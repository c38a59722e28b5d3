namespace Tessera.Learning.Experiments;

/// <summary>How many of how many.</summary>
public readonly record struct Proportion
{
    /// <summary>Creates a proportion.</summary>
    /// <param name="successes">How many did; 0 to <paramref name="trials"/>.</param>
    /// <param name="trials">Out of how many; at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public Proportion(long successes, long trials)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(trials);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
        (Successes, Trials) = (successes, trials);
    }

    /// <summary>How many did.</summary>
    public long Successes { get; }

    /// <summary>Out of how many.</summary>
    public long Trials { get; }

    /// <summary>The share, 0 to 1; not-a-number without a trial.</summary>
    public double Rate => (double)Successes / Trials;
}
