using System.Numerics;
using System.Runtime.InteropServices;
using Tessera.Segments.Live.Values;

namespace Tessera.Segments.Live.Conditions;

/// <summary>Which counts pass: those from the least to the greatest, or all others.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CountBound(long Least, long Most, bool IsDenied = false)
{
    private const long Many = long.MaxValue / 4;

    /// <summary>How many need to be counted to know: more change nothing.</summary>
    internal int Enough => (int)Math.Clamp(Most >= Many ? Math.Max(Least, 1) : Math.Max(Most, 0) + 1, 1, int.MaxValue - 1);

    internal static CountBound Of(CountTest test) => new(test.Least, test.Most ?? Many);

    /// <summary>What a test of a number asks of a count.</summary>
    internal static CountBound Of(ValueTest test)
    {
        if (test is NumberIsBetween between)
        {
            return new CountBound(Ceiling(between.Low), Floor(between.High));
        }

        var (comparison, value) = (NumberCompares)test;
        return comparison switch
        {
            Comparison.Equal => new CountBound(Ceiling(value), Floor(value)),
            Comparison.NotEqual => new CountBound(Ceiling(value), Floor(value), IsDenied: true),
            Comparison.Less => new CountBound(0, Ceiling(value) - 1),
            Comparison.LessOrEqual => new CountBound(0, Floor(value)),
            Comparison.Greater => new CountBound(Floor(value) + 1, Many),
            _ => new CountBound(Ceiling(value), Many),
        };
    }

    /// <summary>Whether more would change nothing.</summary>
    internal bool IsSettledAt(long count) => count > Most || (count >= Least && Most >= Many);

    internal bool Passes(long count) => (count >= Least && count <= Most) != IsDenied;

    private static long Floor(double value)
    {
        var whole = BigInteger.DivRem(NumberReading.Bound(value), BigInteger.Pow(10, NumberReading.BoundDigits), out var rest);
        return (long)BigInteger.Clamp(whole - (rest.Sign < 0 ? 1 : 0), -Many + 1, Many - 1);
    }

    private static long Ceiling(double value) => -Floor(-value);
}
