using System.Text;

namespace Tessera.Server.Imports.Numbers;

/// <summary>The parts of a written number: what stands around the digits, and the digits with their separators.</summary>
internal readonly ref struct NumberShape
{
    private NumberShape(ReadOnlySpan<byte> digits, bool negative, int exponent, string? currency)
    {
        Digits = digits;
        Negative = negative;
        Exponent = exponent;
        Currency = currency;
        IsNumber = true;
    }

    /// <summary>Whether the text is a number at all.</summary>
    public bool IsNumber { get; }

    /// <summary>Digits and the separators between them.</summary>
    public ReadOnlySpan<byte> Digits { get; }

    /// <summary>Whether a minus sign or parentheses make it negative.</summary>
    public bool Negative { get; }

    /// <summary>The power of ten of scientific notation, else 0.</summary>
    public int Exponent { get; }

    /// <summary>The currency written before or after, or null.</summary>
    public string? Currency { get; }

    /// <summary>Takes a text apart.</summary>
    public static NumberShape Of(ReadOnlySpan<byte> text)
    {
        var first = text.IndexOfAnyInRange((byte)'0', (byte)'9');
        if (first < 0 || text.Length > 64)
        {
            return default;
        }

        first = BeginsWithSeparator(text, first) ? first - 1 : first;
        var last = text.LastIndexOfAnyInRange((byte)'0', (byte)'9');
        var before = Outside.Of(text[..first]);
        var after = Outside.Of(text[(last + 1)..]);
        var digits = SplitExponent(text[first..(last + 1)], out var exponent);
        var parenthesised = before.Opens && after.Closes;
        if (!before.IsValid || !after.IsValid || before.Opens != after.Closes || after.Opens || before.Closes
            || (before.HasSign && (after.HasSign || parenthesised)) || (before.Currency is not null && after.Currency is not null))
        {
            return default;
        }

        return new NumberShape(digits, before.IsMinus || after.IsMinus || parenthesised, exponent, before.Currency ?? after.Currency);
    }

    // ".5" and "-,5" begin with their decimal separator; the point of "Rs.500" belongs to the currency.
    private static bool BeginsWithSeparator(ReadOnlySpan<byte> text, int firstDigit) =>
        firstDigit > 0 && text[firstDigit - 1] is (byte)'.' or (byte)','
        && (firstDigit == 1 || text[firstDigit - 2] is (byte)'-' or (byte)'+' or (byte)' ' or (byte)'(');

    private static ReadOnlySpan<byte> SplitExponent(ReadOnlySpan<byte> digits, out int exponent)
    {
        exponent = 0;
        var mark = digits.IndexOfAny((byte)'e', (byte)'E');
        if (mark > 0 && digits.Length - mark is >= 2 and <= 4
            && System.Buffers.Text.Utf8Parser.TryParse(digits[(mark + 1)..], out int power, out var used) && used == digits.Length - mark - 1)
        {
            exponent = power;
            return digits[..mark];
        }

        return digits;
    }

    /// <summary>What stands before or after the digits: a sign, a parenthesis, a currency, blanks; nothing else.</summary>
    private readonly ref struct Outside
    {
        public bool IsValid { get; private init; }

        public bool HasSign { get; private init; }

        public bool IsMinus { get; private init; }

        public bool Opens { get; private init; }

        public bool Closes { get; private init; }

        public string? Currency { get; private init; }

        public static Outside Of(ReadOnlySpan<byte> text)
        {
            if (text.IsEmpty)
            {
                return new Outside { IsValid = true };
            }

            Span<byte> rest = stackalloc byte[text.Length];
            var (length, signs, minus, opens, closes) = (0, 0, false, 0, 0);
            while (!text.IsEmpty)
            {
                Rune.DecodeFromUtf8(text, out var rune, out var used);
                switch (rune.Value)
                {
                    case '+':
                        signs++;
                        break;
                    case '-' or 0x2212:
                        signs++;
                        minus = true;
                        break;
                    case '(':
                        opens++;
                        break;
                    case ')':
                        closes++;
                        break;
                    case var _ when Rune.IsWhiteSpace(rune) || rune.Value == 0x202F:
                        break;
                    default:
                        text[..used].CopyTo(rest[length..]);
                        length += used;
                        break;
                }

                text = text[used..];
            }

            var currency = Currencies.Find(rest[..length]);
            return new Outside
            {
                IsValid = (length == 0 || currency is not null) && signs <= 1 && opens <= 1 && closes <= 1,
                HasSign = signs == 1,
                IsMinus = minus,
                Opens = opens == 1,
                Closes = closes == 1,
                Currency = currency,
            };
        }
    }
}
