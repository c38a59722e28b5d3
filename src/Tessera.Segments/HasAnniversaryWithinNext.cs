namespace Tessera.Segments;

/// <summary>
/// <c>has its anniversary within the next 7 days</c>: the day and month of a date come round today or on one of the following
/// <c>D - 1</c> days, in the workspace's time zone; 29 February counts as 1 March in other years.
/// </summary>
public sealed record HasAnniversaryWithinNext : DateTest
{
    /// <summary>Creates the test.</summary>
    /// <param name="length">How many days ahead, today included: days or weeks.</param>
    /// <exception cref="ArgumentException">The length is in hours or minutes; anniversaries are whole days.</exception>
    public HasAnniversaryWithinNext(Duration length)
    {
        if (length.Unit is not (DurationUnit.Days or DurationUnit.Weeks))
        {
            throw new ArgumentException("An anniversary is a whole day: give days or weeks.", nameof(length));
        }

        Length = length;
    }

    /// <summary>How many days ahead, today included.</summary>
    public Duration Length { get; }
}
