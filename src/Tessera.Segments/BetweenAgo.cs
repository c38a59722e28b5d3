namespace Tessera.Segments;

/// <summary><c>between 60 and 30 days ago</c>: <c>(t - 60 d, t - 30 d]</c>.</summary>
public sealed record BetweenAgo : Period
{
    /// <summary>Creates the period.</summary>
    /// <param name="from">The farther end, in units.</param>
    /// <param name="to">The nearer end: 0 or more, below <paramref name="from"/>.</param>
    /// <param name="unit">The unit of both.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period ends before it starts, or starts too long ago.</exception>
    public BetweenAgo(int from, int to, DurationUnit unit)
    {
        if (to < 0 || from <= to || !Duration.IsValid(from, unit))
        {
            throw new ArgumentOutOfRangeException(nameof(to), to, "The farther end comes first: between 60 and 30 days ago.");
        }

        (From, To, Unit) = (from, to, unit);
    }

    /// <summary>The farther end, in units.</summary>
    public int From { get; }

    /// <summary>The nearer end, in units.</summary>
    public int To { get; }

    /// <summary>The unit of both.</summary>
    public DurationUnit Unit { get; }
}
