using System.Text;

namespace Tessera.Segments.Patterns;

/// <summary>
/// Reads regular expressions in the syntax of RE2 (github.com/google/re2/wiki/Syntax): what RE2 refuses is refused here with a
/// reason, so that no pattern fails later inside the engine. Of Unicode classes it knows the general categories, not scripts.
/// </summary>
internal sealed partial class PatternParser
{
    private const int MaxRepeat = 1_000;
    private const int MaxDepth = 200;
    private const int MaxSize = 100_000;

    private readonly string pattern;
    private readonly HashSet<string> groupNames = new(StringComparer.Ordinal);
    private int position;
    private int depth;
    private Flags flags;

    private PatternParser(string pattern) => this.pattern = pattern;

    [Flags]
    private enum Flags
    {
        None = 0,
        IgnoreCase = 1,
        MultiLine = 2,
        DotMatchesNewLine = 4,
        Ungreedy = 8,
    }

    private bool AtEnd => position >= pattern.Length;

    private char Current => pattern[position];

    /// <summary>Reads a pattern; gives its tree, or why there is none.</summary>
    internal static (PatternNode? Tree, PatternProblem? Problem) Parse(string pattern)
    {
        var parser = new PatternParser(pattern);
        try
        {
            var tree = parser.ReadAlternation();
            if (!parser.AtEnd)
            {
                throw new PatternException(parser.position, "closes a bracket that was never opened");
            }

            return tree.Size > MaxSize
                ? throw new PatternException(0, "is too large once its repetitions are written out")
                : (tree, null);
        }
        catch (PatternException exception)
        {
            return (null, new PatternProblem(exception.Start, exception.Message));
        }
    }

    private PatternNode ReadAlternation()
    {
        if (++depth > MaxDepth)
        {
            throw new PatternException(position, $"nests more than {MaxDepth} deep");
        }

        List<PatternNode> options = [ReadConcatenation()];
        while (!AtEnd && Current == '|')
        {
            position++;
            options.Add(ReadConcatenation());
        }

        depth--;
        return options.Count == 1 ? options[0] : new AlternationNode(options);
    }

    private ConcatenationNode ReadConcatenation()
    {
        List<PatternNode> items = [];
        var wasRepeated = false;
        while (!AtEnd && Current is not ('|' or ')'))
        {
            var start = position;
            if (TryReadRepetition(out var least, out var most))
            {
                if (items.Count == 0)
                {
                    throw new PatternException(start, $"has nothing before {pattern[start]} to repeat");
                }

                if (wasRepeated)
                {
                    throw new PatternException(start, "repeats a repetition; put it in brackets first");
                }

                items[^1] = Repeat(items[^1], least, most, start);
                wasRepeated = true;
                continue;
            }

            wasRepeated = false;
            ReadAtom(items);
        }

        return new ConcatenationNode(items);
    }

    private static RepetitionNode Repeat(PatternNode item, int least, int? most, int start)
    {
        if (least > MaxRepeat || most > MaxRepeat || most < least)
        {
            throw new PatternException(start, most < least ? "repeats a number of times whose range ends before it starts" : $"repeats more than {MaxRepeat} times");
        }

        var repetition = new RepetitionNode(item, least, most);
        return repetition.RepeatProduct > MaxRepeat && (least >= 2 || most >= 2)
            ? throw new PatternException(start, $"repeats more than {MaxRepeat} times, repetitions inside repetitions multiplied")
            : repetition.Size > MaxSize ? throw new PatternException(start, "is too large once its repetitions are written out") : repetition;
    }

    private bool TryReadRepetition(out int least, out int? most)
    {
        (least, most) = (0, null);
        switch (Current)
        {
            case '*':
                position++;
                break;
            case '+':
                least = 1;
                position++;
                break;
            case '?':
                most = 1;
                position++;
                break;
            case '{' when TryReadCounts(out least, out most):
                break;
            default:
                return false;
        }

        // A question mark after it makes it lazy, which does not change whether a text matches.
        position += !AtEnd && Current == '?' ? 1 : 0;
        return true;
    }

    // {n}, {n,}, {n,m}; anything else in braces is literal text, as in RE2.
    private bool TryReadCounts(out int least, out int? most)
    {
        (least, most) = (0, null);
        var at = position + 1;
        if (!TryReadInteger(ref at, out least))
        {
            return false;
        }

        if (at < pattern.Length && pattern[at] == ',')
        {
            at++;
            if (at < pattern.Length && pattern[at] != '}')
            {
                if (!TryReadInteger(ref at, out var upper))
                {
                    return false;
                }

                most = upper;
            }
        }
        else
        {
            most = least;
        }

        if (at >= pattern.Length || pattern[at] != '}')
        {
            return false;
        }

        position = at + 1;
        return true;
    }

    private bool TryReadInteger(ref int at, out int value)
    {
        value = 0;
        var start = at;
        while (at < pattern.Length && char.IsAsciiDigit(pattern[at]) && value < 100_000_000)
        {
            value = (value * 10) + (pattern[at] - '0');
            at++;
        }

        return at > start && !(pattern[start] == '0' && at > start + 1);
    }

    private void ReadAtom(List<PatternNode> items)
    {
        var start = position;
        switch (Current)
        {
            case '(':
                ReadGroup(items);
                return;
            case '[':
                items.Add(new CharacterNode(ReadClass()));
                return;
            case '.':
                position++;
                items.Add(new CharacterNode(new CharacterSet(Has(Flags.DotMatchesNewLine) ? [] : [('\n', '\n')], [], IsNegated: true, IgnoresCase: false)));
                return;
            case '^':
                position++;
                items.Add(new AssertionNode(Has(Flags.MultiLine) ? PatternAssertion.LineStart : PatternAssertion.TextStart));
                return;
            case '$':
                position++;
                items.Add(new AssertionNode(Has(Flags.MultiLine) ? PatternAssertion.LineEnd : PatternAssertion.TextEnd));
                return;
            case '\\':
                ReadEscape(items, start);
                return;
            default:
                items.Add(Literal(ReadRune()));
                return;
        }
    }

    private bool Has(Flags flag) => (flags & flag) != Flags.None;

    private CharacterNode Literal(int codePoint) => new(CharacterSet.Of(codePoint, Has(Flags.IgnoreCase)));

    private int ReadRune()
    {
        if (Rune.DecodeFromUtf16(pattern.AsSpan(position), out var rune, out var length) != System.Buffers.OperationStatus.Done)
        {
            throw new PatternException(position, "holds half a character");
        }

        position += length;
        return rune.Value;
    }

    private sealed class PatternException(int start, string message) : Exception(message)
    {
        internal int Start { get; } = start;
    }
}
