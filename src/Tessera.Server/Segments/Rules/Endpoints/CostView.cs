using System.Globalization;
using Tessera.Segments.Checking;

namespace Tessera.Server.Segments.Rules.Endpoints;

/// <summary>What evaluating a definition takes.</summary>
/// <param name="Level"><c>low</c>, <c>medium</c> or <c>high</c>.</param>
/// <param name="Sentence">What is read, for people.</param>
internal sealed record CostView(string Level, string Sentence)
{
    /// <summary>From here on, a definition counts as costly: it takes seconds.</summary>
    public const long Medium = 10_000_000;

    /// <summary>From here on, a definition keeps the engine busy for a good part of a minute.</summary>
    public const long High = 300_000_000;

    /// <summary>What nobody should have to wait for, nor any engine have to do: more than an hour.</summary>
    public const long Absurd = 50_000_000_000;

    // How many events' times and names the engine looks at in a second, on a small machine.
    private const double WorkPerSecond = 10_000_000;

    /// <summary>Says what a definition takes.</summary>
    public static CostView Of(CostEstimate cost)
    {
        var level = cost.Work >= High ? "high" : cost.Work >= Medium ? "medium" : "low";
        var parts = new[] { Some(cost.Events, "event"), Some(cost.PropertyValues, "property value"), Some(cost.Traits, "trait") }.OfType<string>().ToList();
        var read = parts.Count switch
        {
            0 => "Reads no events",
            1 => $"Reads {parts[0]}",
            _ => $"Reads {string.Join(", ", parts.SkipLast(1))} and {parts[^1]}",
        };
        var seconds = cost.Work / WorkPerSecond;
        var time = seconds < 1 ? "less than a second" : seconds < 100 ? $"about {Math.Ceiling(seconds).ToString(CultureInfo.InvariantCulture)} s" : $"about {Math.Ceiling(seconds / 60).ToString(CultureInfo.InvariantCulture)} min";
        return new CostView(level, $"{read}: {time}.");
    }

    private static string? Some(long count, string noun) => count switch
    {
        0 => null,
        1 => $"1 {noun}",
        < 10_000 => $"{count.ToString(CultureInfo.InvariantCulture)} {noun}s",
        < 1_000_000 => $"{(count / 1000).ToString(CultureInfo.InvariantCulture)} thousand {noun}s",
        _ => $"{(count / 1e6).ToString("0.#", CultureInfo.InvariantCulture)} million {noun}s",
    };
}
