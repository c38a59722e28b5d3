using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Tessera.Segments.Tests.Reference;

/// <summary>How a JSON value is read as text, number, date or list. Missing and null are the same: null.</summary>
internal static class Value
{
    internal static JsonNode? At(JsonNode? node, IEnumerable<string> path)
    {
        foreach (var segment in path)
        {
            node = node switch
            {
                JsonObject obj => obj[segment],
                JsonArray list when int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Count => list[index],
                _ => null,
            };
        }

        return node;
    }

    /// <summary>Text as it is, numbers in their shortest form, truth values as words. Lists and objects have no text.</summary>
    internal static string? Text(JsonNode? node) => node?.GetValueKind() switch
    {
        JsonValueKind.String => (string)node!,
        JsonValueKind.Number => Shortest((double)node!),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };

    /// <summary>A JSON number, or text that is one in JSON's own grammar.</summary>
    internal static double? Number(JsonNode? node)
    {
        var number = node?.GetValueKind() switch
        {
            JsonValueKind.Number => (double)node!,
            JsonValueKind.String when Regex.IsMatch((string)node!, @"\A-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?\z") =>
                double.Parse((string)node!, NumberStyles.Float, CultureInfo.InvariantCulture),
            _ => double.NaN,
        };
        return number is { } value && double.IsFinite(value) ? value : null;
    }

    /// <summary>What sums and the like are made of: the digits beyond the twelfth after the point are cut off; numbers of 10^15 and more do not count.</summary>
    internal static Fraction? Addend(JsonNode? node) => Number(node) is { } number && Math.Abs(number) < 1e15 ? Fraction.Of(number).Cut(12) : null;

    /// <summary>What a measure is compared with: 24 digits after the point.</summary>
    internal static Fraction Bound(double number) => Fraction.Of(number).Cut(24);

    /// <summary>An ISO 8601 text, without an offset in the workspace's time zone, or a number of Unix seconds; in microseconds.</summary>
    internal static long? Date(JsonNode? node, TimeZoneInfo zone)
    {
        if (node?.GetValueKind() == JsonValueKind.Number)
        {
            var microseconds = Math.Floor((double)node * 1_000_000);
            return Math.Abs(microseconds) < 1e17 ? Valid((long)microseconds) : null;
        }

        if (node?.GetValueKind() != JsonValueKind.String)
        {
            return null;
        }

        var match = Regex.Match(
            (string)node!,
            @"\A(?<day>[0-9]{4}-[0-9]{2}-[0-9]{2})([T ](?<time>[0-9]{2}:[0-9]{2})(:(?<seconds>[0-9]{2})(\.(?<fraction>[0-9]{1,6})[0-9]*)?)?(?<offset>Z|[+-][0-9]{2}:?[0-9]{2})?)?\z",
            RegexOptions.ExplicitCapture);
        if (!match.Success || !DateOnly.TryParseExact(match.Groups["day"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return null;
        }

        if (!match.Groups["time"].Success)
        {
            return Valid(Times.Start(day, zone));
        }

        var seconds = match.Groups["seconds"].Success ? match.Groups["seconds"].Value : "00";
        if (!TimeOnly.TryParseExact($"{match.Groups["time"].Value}:{seconds}", "HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return null;
        }

        var fraction = long.Parse("0" + match.Groups["fraction"].Value.PadRight(6, '0')[..6], CultureInfo.InvariantCulture);
        var local = day.ToDateTime(time);
        if (!match.Groups["offset"].Success)
        {
            // A clock time that comes twice means the earlier one; one that never comes counts on from the time before the change.
            var ahead = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(zone.IsInvalidTime(local) ? local.AddDays(-1) : local);
            return Valid(Times.Of(new DateTimeOffset(local, TimeSpan.Zero)) + fraction - (ahead.Ticks / TimeSpan.TicksPerMicrosecond));
        }

        var offset = match.Groups["offset"].Value.Replace(":", string.Empty, StringComparison.Ordinal);
        var minutes = offset == "Z" ? 0 : (int.Parse(offset[1..3], CultureInfo.InvariantCulture) * 60) + int.Parse(offset[3..], CultureInfo.InvariantCulture);
        return Valid(Times.Of(new DateTimeOffset(local, TimeSpan.Zero)) + fraction - ((offset[0] == '-' ? -minutes : minutes) * 60_000_000L));
    }

    // The years 1901 to 2298.
    private static long? Valid(long microseconds) => microseconds is >= -2_177_452_800_000_000 and < 10_382_256_000_000_000 ? microseconds : null;

    // As JSON.stringify writes numbers, except that an exponent has no plus sign; the engine writes them so.
    private static string Shortest(double number)
    {
        var text = Segments.Text.NumberText.Format(number);
        var size = Math.Abs(number);
        return number == 0 || (size >= 1e-6 && size < 1e21)
            ? text
            : number.ToString("R", CultureInfo.InvariantCulture).Replace("E+", "e", StringComparison.Ordinal).Replace("E-0", "e-", StringComparison.Ordinal).Replace("E-", "e-", StringComparison.Ordinal);
    }
}
