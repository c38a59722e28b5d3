using System.Text;

namespace Tessera.Server.Imports.Dates;

/// <summary>Gathers what the dates of a column say about how they are written.</summary>
internal sealed class DateEvidence
{
    // One date in twenty against all others is taken for a slip of the pen, and its row is rejected.
    private const int SlipsIn = 20;

    private static readonly DateOrder[] Orders = Enum.GetValues<DateOrder>();
    private static readonly DateNumber[] NumberKinds = Enum.GetValues<DateNumber>();

    private readonly long[] orderCounts = new long[Orders.Length];
    private readonly long[] numberCounts = new long[NumberKinds.Length];
    private readonly (DateTime First, DateTime Last)[] spans = Enumerable.Repeat((DateTime.MaxValue, DateTime.MinValue), Orders.Length).ToArray();
    private readonly string?[] only = new string?[Orders.Length];
    private long dependent;
    private int exampleReadings;

    /// <summary>How many values were looked at.</summary>
    public long Values { get; private set; }

    /// <summary>How many of them are dates whose order follows from the text itself.</summary>
    public long Unambiguous { get; private set; }

    /// <summary>How many of them are not dates of any kind.</summary>
    public long NotDates { get; private set; }

    /// <summary>A value that is not a date, or null.</summary>
    public string? NotADate { get; private set; }

    /// <summary>A date of three numbers that does not begin with a four-digit year, or null; of all of them the first that means most different days.</summary>
    public string? Example { get; private set; }

    /// <summary>Whether points alone decided for the day first.</summary>
    public bool DecidedByPoints { get; private set; }

    /// <summary>Whether a text is a date that is not just a number.</summary>
    public static bool LooksLikeDate(ReadOnlySpan<byte> text) =>
        DateParser.TryParse(text, out var parts) && Orders.AsEnumerable().Any(order => DateReader.TryCompose(parts, order, out _));

    /// <summary>Whether a text is a time of day alone: <c>08:26</c>.</summary>
    public static bool LooksLikeClock(ReadOnlySpan<byte> text)
    {
        Span<byte> dated = stackalloc byte[40];
        var date = "2000-01-01 "u8;
        if (text.Length > dated.Length - date.Length || !text.Contains((byte)':'))
        {
            return false;
        }

        date.CopyTo(dated);
        text.CopyTo(dated[date.Length..]);
        return DateParser.TryParse(dated[..(date.Length + text.Length)], out _);
    }

    /// <summary>Takes one more value into account.</summary>
    public void Add(ReadOnlySpan<byte> text)
    {
        Values++;
        if (!(DateParser.TryParse(text, out var parts) ? AddParts(parts, text) : AddNumber(text)))
        {
            NotDates++;
            NotADate ??= Encoding.UTF8.GetString(text);
        }
    }

    /// <summary>Whether the values are dates at all: at least nineteen in twenty.</summary>
    public bool AreDates => Values > 0 && NotDates * SlipsIn <= Values;

    /// <summary>The style that the dates leave no doubt about; null when they read in more than one way.</summary>
    public DateStyle? Settled()
    {
        var candidates = Candidates();
        return candidates.Count == 1 ? new DateStyle(candidates[0], Number()) : null;
    }

    /// <summary>The orders in which the dates can be read, the likelier first.</summary>
    public IReadOnlyList<DateOrder> Candidates()
    {
        if (dependent == 0)
        {
            return [DateOrder.YearMonthDay];
        }

        var most = orderCounts.Max();
        return [.. Orders.Where(order => orderCounts[(int)order] == most)];
    }

    /// <summary>Whether many dates can only be read in one order and many others only in another.</summary>
    public bool IsContradictory => dependent > 0 && (dependent - orderCounts.Max()) * SlipsIn > dependent;

    /// <summary>The first and last date when read in an order.</summary>
    public (DateTime First, DateTime Last) Span(DateOrder order) => spans[(int)order];

    /// <summary>The first date that reads in this order and in no other, or null.</summary>
    public string? ExampleOf(DateOrder order) => only[(int)order];

    private DateNumber? Number()
    {
        var most = numberCounts.Max();
        return most == 0 ? null : NumberKinds[Array.IndexOf(numberCounts, most)];
    }

    private bool AddParts(in DateParts parts, ReadOnlySpan<byte> text)
    {
        if (parts.IsUnambiguous)
        {
            var valid = DateReader.TryCompose(parts, DateOrder.YearMonthDay, out _);
            Unambiguous += valid ? 1 : 0;
            return valid;
        }

        var (readings, different, before, last) = (0, 0, default(DateTime), default(DateOrder));
        foreach (var order in Orders)
        {
            // Nobody who separates with points puts the month first.
            if (DateReader.TryCompose(parts, order, out var local) && !(parts.HasPoints && order == DateOrder.MonthDayYear))
            {
                readings++;
                different += readings == 1 || local != before ? 1 : 0;
                (before, last) = (local, order);
                orderCounts[(int)order]++;
                spans[(int)order] = (local < Span(order).First ? local : Span(order).First, local > Span(order).Last ? local : Span(order).Last);
            }
        }

        dependent += readings > 0 ? 1 : 0;
        DecidedByPoints |= readings > 0 && parts.HasPoints;
        if (different > exampleReadings)
        {
            // 02/02/2024 is the same day whichever of its numbers is the month, and would show nobody the difference.
            (Example, exampleReadings) = (Encoding.UTF8.GetString(text), different);
        }

        if (readings == 1)
        {
            only[(int)last] ??= Encoding.UTF8.GetString(text);
        }

        return readings > 0;
    }

    private bool AddNumber(ReadOnlySpan<byte> text)
    {
        foreach (var kind in NumberKinds)
        {
            if (DateReader.TryCompose(text, kind, out _))
            {
                numberCounts[(int)kind]++;
                return true;
            }
        }

        return false;
    }
}
