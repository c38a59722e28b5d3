namespace Tessera.Segments;

/// <summary>A positive length of elapsed time, as it was written: <c>14 days</c> and <c>2 weeks</c> are as long and still two durations.</summary>
public sealed record Duration
{
    /// <summary>The longest duration accepted, in days: a thousand years.</summary>
    public const int MaxDays = 365_250;

    /// <summary>Creates a duration.</summary>
    /// <param name="count">How many units: 1 or more, and no more than <see cref="MaxDays"/> together.</param>
    /// <param name="unit">The unit.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is not positive, or the duration too long.</exception>
    public Duration(int count, DurationUnit unit)
    {
        if (!IsValid(count, unit))
        {
            throw new ArgumentOutOfRangeException(nameof(count), count, $"A duration is positive and at most {MaxDays} days.");
        }

        (Count, Unit) = (count, unit);
    }

    /// <summary>How many units.</summary>
    public int Count { get; }

    /// <summary>The unit.</summary>
    public DurationUnit Unit { get; }

    /// <summary>The length in microseconds.</summary>
    public long Microseconds => Count * MicrosecondsPer(Unit);

    /// <summary>The duration as the language writes it: <c>1 day</c>, <c>2 days</c>.</summary>
    public override string ToString() => Text.Printer.Amount(Count, Text.Words.Of(Unit));

    internal static bool IsValid(long count, DurationUnit unit) => count >= 1 && count <= MaxDays * MicrosecondsPer(DurationUnit.Days) / MicrosecondsPer(unit);

    internal static long MicrosecondsPer(DurationUnit unit) => unit switch
    {
        DurationUnit.Minutes => 60_000_000L,
        DurationUnit.Hours => 3_600_000_000L,
        DurationUnit.Days => 86_400_000_000L,
        _ => 604_800_000_000L,
    };
}
