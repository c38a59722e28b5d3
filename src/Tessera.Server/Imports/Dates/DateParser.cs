using System.Buffers;
using System.Text;

namespace Tessera.Server.Imports.Dates;

/// <summary>Takes written dates apart: three numbers, or two and a month's name; then perhaps a time, a half of the day, a zone.</summary>
internal ref struct DateParser
{
    private ReadOnlySpan<byte> rest;
    private DateParts parts;
    private int numbers;

    private DateParser(ReadOnlySpan<byte> text) => rest = text;

    /// <summary>Takes a date apart.</summary>
    /// <param name="text">The value, UTF-8, trimmed.</param>
    /// <param name="parts">Its parts.</param>
    /// <returns>Whether it has the form of a date; the numbers may still not be one.</returns>
    public static bool TryParse(ReadOnlySpan<byte> text, out DateParts parts)
    {
        var parser = new DateParser(text);
        var parsed = text.Length is >= 5 and <= 80 && parser.Parse();
        parts = parser.parts;
        return parsed;
    }

    private bool Parse()
    {
        while (!rest.IsEmpty && numbers < 3)
        {
            if (!(IsDigit(rest[0]) ? ParseNumber() : ParseWordOrSeparator()))
            {
                return false;
            }
        }

        return numbers == 3 && ParseTime();
    }

    private static bool IsDigit(byte value) => value is >= (byte)'0' and <= (byte)'9';

    private static bool IsLetter(byte value) => value is (>= (byte)'a' and <= (byte)'z') or (>= (byte)'A' and <= (byte)'Z') or >= 0x80;

    private bool ParseNumber()
    {
        var (value, digits) = TakeNumber();
        if (digits > 4 || digits == 3)
        {
            return false;
        }

        SetNumber(value, digits);
        return true;
    }

    private void SetNumber(int value, int digits)
    {
        switch (numbers++)
        {
            case 0:
                (parts.First, parts.FirstDigits) = (value, digits);
                break;
            case 1:
                parts.Second = value;
                break;
            default:
                (parts.Third, parts.ThirdDigits) = (value, digits);
                break;
        }
    }

    private bool ParseWordOrSeparator()
    {
        if (IsLetter(rest[0]))
        {
            var word = TakeWord();
            var month = DateWords.Month(word);
            if (month == 0)
            {
                return DateWords.IsIgnored(word);
            }

            if (parts.NamedMonth != 0 || numbers > 1)
            {
                return false;
            }

            SetNumber(month, digits: 2);
            parts.NamedMonth = numbers;
            return true;
        }

        parts.HasPoints |= rest[0] == (byte)'.' && parts.NamedMonth == 0;
        var isSeparator = rest[0] is (byte)'/' or (byte)'-' or (byte)'.' or (byte)',' or (byte)' ' or (byte)'_';
        rest = rest[1..];
        return isSeparator;
    }

    /// <summary>Hours, minutes, perhaps seconds and fractions; perhaps AM or PM; perhaps an offset or zone. Nothing may be left over.</summary>
    private bool ParseTime()
    {
        SkipBlanks(alsoLetterT: true);
        if (rest.IsEmpty)
        {
            return true;
        }

        if (IsDigit(rest[0]) && !ParseClock())
        {
            return false;
        }

        return ParseZone();
    }

    private bool ParseClock()
    {
        var (hour, hourDigits) = TakeNumber();
        var (minute, second, ticks) = (0, 0, 0L);
        if (hourDigits > 2)
        {
            return false;
        }

        if (TakeAny(":.h"u8))
        {
            (minute, var minuteDigits) = TakeNumber();
            if (minuteDigits != 2)
            {
                return false;
            }

            if (TakeAny(":."u8))
            {
                (second, var secondDigits) = TakeNumber();
                if (secondDigits != 2 || (TakeAny(".,"u8) && !TakeFraction(out ticks)))
                {
                    return false;
                }
            }
        }
        else if (!HasMeridiem())
        {
            return false;
        }

        if (!ApplyMeridiem(ref hour) || minute > 59 || second > 60)
        {
            return false;
        }

        // A leap second is the last moment of its minute here.
        parts.Time = new TimeSpan(hour, minute, Math.Min(second, 59)) + TimeSpan.FromTicks(ticks);
        return hour < 24 || (hour == 24 && parts.Time == TimeSpan.FromHours(24));
    }

    private readonly bool HasMeridiem()
    {
        var word = rest.TrimStart((byte)' ');
        return word.Length >= 2 && (word[0] | 0x20) is 'a' or 'p';
    }

    private bool ApplyMeridiem(ref int hour)
    {
        SkipBlanks(alsoLetterT: false);
        if (rest.Length < 2 || (rest[0] | 0x20) is not ('a' or 'p'))
        {
            return true;
        }

        var letters = rest.Length >= 4 && rest[1] == (byte)'.' ? 4 : 2;
        if ((rest[letters == 4 ? 2 : 1] | 0x20) != 'm')
        {
            return true;
        }

        if (hour is < 1 or > 12)
        {
            return false;
        }

        hour = (hour % 12) + ((rest[0] | 0x20) == 'p' ? 12 : 0);
        rest = rest[letters..];
        return true;
    }

    private bool ParseZone()
    {
        SkipBlanks(alsoLetterT: false);
        while (!rest.IsEmpty && IsLetter(rest[0]))
        {
            var word = TakeWord();
            if (DateWords.TryZone(word, out var offset))
            {
                parts.Offset = offset;
            }
            else if (!DateWords.IsIgnored(word))
            {
                return false;
            }

            SkipBlanks(alsoLetterT: false);
        }

        if (!rest.IsEmpty && rest[0] is (byte)'+' or (byte)'-' && !ParseOffset())
        {
            return false;
        }

        // JavaScript puts the zone's name in parentheses behind the offset.
        SkipBlanks(alsoLetterT: false);
        return rest.IsEmpty || (rest[0] == (byte)'(' && rest[^1] == (byte)')' && parts.Offset is not null);
    }

    private bool ParseOffset()
    {
        var sign = rest[0] == (byte)'-' ? -1 : 1;
        rest = rest[1..];
        var (value, digits) = TakeNumber();
        var (hours, minutes) = digits switch
        {
            1 or 2 => (value, 0),
            3 or 4 => (value / 100, value % 100),
            _ => (99, 0),
        };
        if (digits <= 2 && TakeAny(":"u8))
        {
            (minutes, _) = TakeNumber();
        }

        parts.Offset = sign * new TimeSpan(Math.Min(hours, 99), minutes, 0);
        return hours <= 15 && minutes <= 59;
    }

    private (int Value, int Digits) TakeNumber()
    {
        var (value, digits) = (0, 0);
        while (digits < rest.Length && digits < 9 && IsDigit(rest[digits]))
        {
            value = (value * 10) + (rest[digits] - '0');
            digits++;
        }

        rest = rest[digits..];
        return (value, digits);
    }

    private bool TakeFraction(out long ticks)
    {
        ticks = 0;
        var digits = 0;
        for (var unit = TimeSpan.TicksPerSecond / 10; digits < rest.Length && IsDigit(rest[digits]); digits++, unit /= 10)
        {
            ticks += (rest[digits] - '0') * unit;
        }

        rest = rest[digits..];
        return digits > 0;
    }

    private string TakeWord()
    {
        var length = 0;
        while (length < rest.Length && IsLetter(rest[length]))
        {
            length++;
        }

        var word = Encoding.UTF8.GetString(rest[..length]);
        rest = rest[length..];
        return word;
    }

    private bool TakeAny(ReadOnlySpan<byte> choices)
    {
        var taken = !rest.IsEmpty && choices.Contains(rest[0]);
        rest = taken ? rest[1..] : rest;
        return taken;
    }

    private void SkipBlanks(bool alsoLetterT)
    {
        while (!rest.IsEmpty && (rest[0] is (byte)' ' or (byte)',' || (alsoLetterT && rest[0] is (byte)'T' or (byte)'t' && rest.Length > 1 && IsDigit(rest[1]))))
        {
            rest = rest[1..];
        }
    }
}
