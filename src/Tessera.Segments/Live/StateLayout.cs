using System.Security.Cryptography;
using System.Text;
using Tessera.Segments.Live.Tracks;

namespace Tessera.Segments.Live;

/// <summary>
/// What states written by one <see cref="LiveSegments"/> hold, and in what order. States name it by its id instead of repeating it, which keeps them small;
/// store each layout once under its id, for as long as there are states that name it.
/// </summary>
public sealed class StateLayout
{
    private const string Header = "tessera state layout 1";

    private StateLayout(string text, IReadOnlyList<(string Signature, TrackShape Shape)> tracks, IReadOnlyList<string> segments, int conditions)
    {
        (Text, Tracks, Segments, ConditionCount) = (text, tracks, segments, conditions);
        Id = BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>Tells layouts apart.</summary>
    public ulong Id { get; }

    /// <summary>The layout as text, to be stored; <see cref="Parse"/> reads it.</summary>
    public string Text { get; }

    internal IReadOnlyList<(string Signature, TrackShape Shape)> Tracks { get; }

    internal IReadOnlyList<string> Segments { get; }

    internal int ConditionCount { get; }

    /// <summary>Reads a stored layout.</summary>
    /// <param name="text">What <see cref="Text"/> was.</param>
    /// <exception cref="FormatException">It is not a layout.</exception>
    public static StateLayout Parse(string text)
    {
        var lines = text.Split('\n');
        if (lines.Length < 2 || lines[0] != Header || !int.TryParse(lines[1], System.Globalization.CultureInfo.InvariantCulture, out var conditions))
        {
            throw new FormatException("This is not a layout of segment states that this version of Tessera knows.");
        }

        List<(string, TrackShape)> tracks = [];
        List<string> segments = [];
        foreach (var line in lines.Skip(2))
        {
            var parts = line.Split('\t');
            switch (parts)
            {
                case ["segment", var key]:
                    segments.Add(Uri.UnescapeDataString(key));
                    break;
                case ["track", var ids, var texts, var numbers, var bits, var dates, var signature]:
                    tracks.Add((Uri.UnescapeDataString(signature), new TrackShape(ids == "1", texts == "1", numbers == "1", Number(bits), Number(dates))));
                    break;
                default:
                    throw new FormatException("This is not a layout of segment states that this version of Tessera knows.");
            }
        }

        return new StateLayout(text, tracks, segments, conditions);
    }

    internal static StateLayout Of(LiveSegments plan)
    {
        List<string> lines = [Header, plan.Conditions.Length.ToString(System.Globalization.CultureInfo.InvariantCulture)];
        lines.AddRange(plan.Segments.Select(segment => $"segment\t{Uri.EscapeDataString(segment.Key)}"));
        lines.AddRange(plan.Tracks.Select(track => string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"track\t{Digit(track.Shape.HasIds)}\t{Digit(track.Shape.HasTexts)}\t{Digit(track.Shape.HasNumbers)}\t{track.Shape.Bits}\t{track.Shape.Dates}\t{Uri.EscapeDataString(track.Signature)}")));
        return Parse(string.Join('\n', lines));
    }

    private static int Digit(bool value) => value ? 1 : 0;

    private static int Number(string text) => int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new FormatException("This is not a layout of segment states that this version of Tessera knows.");
}
