namespace Tessera.Segments.Text;

/// <summary>The tests put to dates.</summary>
internal sealed partial class Parser
{
    /// <summary>A date test after <c>is</c>, or after an event; null when none starts here, a result without a test when one fails.</summary>
    private DateTestRead? ReadDateTest(bool looksAhead = true)
    {
        if (looksAhead && Take("within the next"))
        {
            return new(ReadDuration() is { } length ? new DateIsWithinNext(length) : null);
        }

        if (Take("within the last"))
        {
            return new(ReadDuration() is { } length ? new DateIsWithinLast(length) : null);
        }

        if (Take("more than"))
        {
            return new(ReadDuration() is { } length && Demand("ago") ? new DateIsMoreThanAgo(length) : null);
        }

        if (Take("before"))
        {
            return new(ReadInstant() is { } instant ? new DateIsBefore(instant) : null);
        }

        if (Take("after"))
        {
            return new(ReadInstant() is { } instant ? new DateIsAfter(instant) : null);
        }

        return null;
    }

    private ValueTest? ReadAnniversary()
    {
        if (!Demand("within the next"))
        {
            return null;
        }

        var start = position;
        expectations?.LeaveOut(SubDayUnits);
        if (ReadDuration(wholeDays: true) is not { } length)
        {
            return null;
        }

        if (length.Unit is not (DurationUnit.Days or DurationUnit.Weeks))
        {
            ErrorFrom(start, DiagnosticCodes.UnitMismatch, "An anniversary is a whole day: give days or weeks.");
            return new IsSet();
        }

        return new HasAnniversaryWithinNext(length);
    }

    private sealed record DateTestRead(DateTest? Test);
}
