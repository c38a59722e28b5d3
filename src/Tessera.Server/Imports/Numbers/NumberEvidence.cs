using System.Text;

namespace Tessera.Server.Imports.Numbers;

/// <summary>Gathers what the numbers of a file say about their style.</summary>
internal sealed class NumberEvidence
{
    // One number in twenty against all others is taken for a slip of the pen, and its row is rejected.
    private const int SlipsIn = 20;

    private long points;
    private long commas;

    /// <summary>A number that reads either way, or null: <c>1,234</c>.</summary>
    public string? Ambiguous { get; private set; }

    /// <summary>A number whose decimals follow a point, or null.</summary>
    public string? PointExample { get; private set; }

    /// <summary>A number whose decimals follow a comma, or null.</summary>
    public string? CommaExample { get; private set; }

    /// <summary>Whether what was seen decides the style: it agrees, or no number depends on it.</summary>
    public bool IsSettled => points + commas == 0 ? Ambiguous is null : Math.Min(points, commas) * SlipsIn <= Math.Max(points, commas);

    /// <summary>Whether a number with decimals was seen, so that reading on would hardly change the answer.</summary>
    public bool IsProven => points + commas > 0;

    /// <summary>The style that most numbers have.</summary>
    public NumberStyle Style => commas > points ? NumberStyle.Comma : NumberStyle.Point;

    /// <summary>Whether a text is a number, in one style or the other.</summary>
    public static bool LooksLikeNumber(ReadOnlySpan<byte> text) =>
        NumberReader.TryRead(text, NumberStyle.Point, out _) || NumberReader.TryRead(text, NumberStyle.Comma, out _);

    /// <summary>Takes one more value into account; what is not a number is ignored.</summary>
    public void Add(ReadOnlySpan<byte> text)
    {
        var shape = NumberShape.Of(text);
        if (!shape.IsNumber || !LooksLikeNumber(text))
        {
            return;
        }

        switch (Digits.HintOf(shape.Digits))
        {
            case NumberHint.Point:
                points++;
                PointExample ??= Encoding.UTF8.GetString(text);
                break;
            case NumberHint.Comma:
                commas++;
                CommaExample ??= Encoding.UTF8.GetString(text);
                break;
            case NumberHint.Either:
                Ambiguous ??= Encoding.UTF8.GetString(text);
                break;
        }
    }
}
