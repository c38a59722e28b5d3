namespace Tessera.Server.Imports.Dates;

/// <summary>A written date taken apart, before it is known which number is the day.</summary>
internal struct DateParts
{
    /// <summary>The three numbers of the date in the order written, with a month's name replaced by its number.</summary>
    public int First;

    /// <inheritdoc cref="First"/>
    public int Second;

    /// <inheritdoc cref="First"/>
    public int Third;

    /// <summary>How many digits each number has.</summary>
    public int FirstDigits;

    /// <inheritdoc cref="FirstDigits"/>
    public int ThirdDigits;

    /// <summary>Where a month's name stands: 1 first, 2 second; 0 when the month is a number.</summary>
    public int NamedMonth;

    /// <summary>Whether points separate the numbers, which only writers do who put the day first.</summary>
    public bool HasPoints;

    /// <summary>The time of day; midnight when only a date is written.</summary>
    public TimeSpan Time;

    /// <summary>The distance from UTC, when written.</summary>
    public TimeSpan? Offset;

    /// <summary>Whether the order follows from the text itself: a four-digit year first, or a month's name.</summary>
    public readonly bool IsUnambiguous => FirstDigits == 4 || NamedMonth != 0;
}
