using System.Text;
using Tessera.Server.Imports.Dates;
using Tessera.Server.Imports.Numbers;

namespace Tessera.Server.Imports.Mapping;

/// <summary>What the values of one column look like, from a sample of rows.</summary>
internal sealed class ColumnProfile
{
    private const int SamplesShown = 3;
    private const int DistinctKept = 1000;

    // A column is of a type when at most one value in twenty is not.
    private const int SlipsIn = 20;

    private readonly HashSet<string> distinct = new(StringComparer.Ordinal);
    private int numbers;
    private int whole;
    private int dates;
    private int emails;
    private int currencies;
    private int clocks;

    public ColumnProfile(string name) => Name = name;

    /// <summary>The column's name.</summary>
    public string Name { get; }

    /// <summary>How many values were not empty.</summary>
    public int Filled { get; private set; }

    /// <summary>How many different values were seen, up to a thousand.</summary>
    public int Distinct => distinct.Count;

    /// <summary>The first few different values.</summary>
    public IReadOnlyList<string> Samples { get; private set; } = [];

    /// <summary>Whether any value is a date with a time of day.</summary>
    public bool HasTimes { get; private set; }

    /// <summary><c>empty</c>, <c>email</c>, <c>date</c>, <c>clock</c>, <c>integer</c>, <c>number</c>, <c>currency</c> or <c>text</c>.</summary>
    public string Type =>
        Filled == 0 ? "empty"
        : IsMostly(emails) ? "email"
        : IsMostly(dates) ? "date"
        : IsMostly(clocks) ? "clock"
        : IsMostly(whole) ? "integer"
        : IsMostly(numbers) ? "number"
        : IsMostly(currencies) ? "currency"
        : "text";

    /// <summary>Whether the values can be what a target takes, although some cannot: for a column whose name says what it has, half of them will do.</summary>
    public bool SuitsByHalf(TargetType type) => Suits(type) || type switch
    {
        TargetType.Number => IsHalf(numbers),
        TargetType.Time => IsHalf(dates),
        TargetType.Email => IsHalf(emails),
        TargetType.Currency => IsHalf(currencies),
        _ => false,
    };

    /// <summary>Whether the values can be what a target takes, but for a slip here and there.</summary>
    public bool Suits(TargetType type) => Filled == 0 || type switch
    {
        TargetType.Number => IsMostly(numbers),
        TargetType.Time => IsMostly(dates) || IsMostly(numbers),
        TargetType.Email => IsMostly(emails),
        TargetType.Currency => IsMostly(currencies),
        TargetType.Id => !IsMostly(dates),
        _ => true,
    };

    /// <summary>Takes one more value into account.</summary>
    public void Add(ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty)
        {
            return;
        }

        Filled++;
        numbers += NumberEvidence.LooksLikeNumber(value) ? 1 : 0;
        whole += IsWhole(value) ? 1 : 0;
        dates += DateEvidence.LooksLikeDate(value) ? 1 : 0;
        clocks += DateEvidence.LooksLikeClock(value) ? 1 : 0;
        HasTimes |= value.Contains((byte)':');
        emails += LooksLikeEmail(value) ? 1 : 0;
        // A letter alone is more often a mark of some kind than the sign of the rand.
        currencies += Currencies.Find(value) is { Length: > 1 } or "$" or "¥" or "元" ? 1 : 0;
        if (distinct.Count < DistinctKept && distinct.Add(Encoding.UTF8.GetString(value)) && Samples.Count < SamplesShown)
        {
            Samples = [.. Samples, Encoding.UTF8.GetString(value)];
        }
    }

    private static bool IsWhole(ReadOnlySpan<byte> value) =>
        !(value[0] == (byte)'-' ? value[1..] : value).ContainsAnyExceptInRange((byte)'0', (byte)'9');

    private static bool LooksLikeEmail(ReadOnlySpan<byte> value)
    {
        var at = value.IndexOf((byte)'@');
        return at > 0 && value[(at + 1)..].IndexOf((byte)'.') > 0 && !value.ContainsAny(" ,;"u8) && value.LastIndexOf((byte)'@') == at;
    }

    private bool IsHalf(int count) => count > 0 && count * 2 >= Filled;

    private bool IsMostly(int count) => Filled > 0 && (Filled - count) * SlipsIn <= Filled;
}
