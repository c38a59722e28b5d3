namespace Tessera.Segments.Text;

/// <summary>
/// Reads a definition by recursive descent. After an error it goes on at the next <c>and</c>, <c>or</c>, comma or closing bracket,
/// so that one reading finds every problem; values that are wrong in themselves are reported and replaced by valid ones, so that
/// what follows is read as if they were right.
/// </summary>
/// <remarks>
/// What could stand at a place is learned by trying: each word that is tried and not found is kept for the farthest place
/// reached, and an error there names them all.
/// </remarks>
internal sealed partial class Parser
{
    /// <summary>How many misspelt words are read as what they were meant to be: each has its condition read once more.</summary>
    private const int MostRepairs = 10;

    private readonly List<Token> tokens;
    private readonly DiagnosticBag problems;
    private readonly SourceMap sources;
    private readonly List<string> expected = [];
    private int position;
    private int farthest;
    private int depth;
    private bool isTooDeep;
    private int repairs;
    private Expectations? expectations;
    private SlotSubject? subject;

    private Parser(List<Token> tokens, DiagnosticBag problems, SourceMap sources) => (this.tokens, this.problems, this.sources) = (tokens, problems, sources);

    /// <summary>How many times a token was looked at; a measure of work that no clock disturbs.</summary>
    internal long Steps { get; private set; }

    private Token Current => tokens[position];

    private bool AtEnd => Current.Kind == TokenKind.End;

    internal static ParseResult Parse(string text) => Parse(text, out _);

    internal static ParseResult Parse(string text, out long steps)
    {
        steps = 0;
        var map = new SourceMap(text);
        var bag = new DiagnosticBag(map);
        if (text.Length > Segment.MaxTextLength)
        {
            bag.Error(DiagnosticCodes.TooLong, $"A definition has at most {Segment.MaxTextLength} characters; this one has {text.Length}.", 0, 0);
            return new ParseResult(null, bag.InOrder(), map);
        }

        var lexer = new Lexer(text, bag);
        var parser = new Parser(lexer.Read(), bag, map);
        var definition = parser.ReadDefinition();
        steps = lexer.Steps + parser.Steps;
        var read = definition is null ? null : new Segment(definition);
        return new ParseResult(bag.HasErrors ? null : read, bag.InOrder(), map, read);
    }

    /// <summary>What could stand at the end of a text.</summary>
    internal static Expectations ExpectedAfter(string text)
    {
        var map = new SourceMap(text);
        var bag = new DiagnosticBag(map);
        var found = new Expectations();
        var parser = new Parser(new Lexer(text, bag).Read(), bag, map) { expectations = found };
        if (bag.InOrder() is [.., { Span: var last }] && last.Offset + last.Length >= text.TrimEnd().Length)
        {
            // What was begun last is no word yet, so nothing can follow it.
            found.Close();
        }

        if (parser.AtEnd)
        {
            parser.ReadAny(isProperty: false);
        }
        else
        {
            parser.ReadDefinition();
        }

        return found;
    }

    private Token Peek(int ahead = 1)
    {
        Steps++;
        return tokens[Math.Min(position + ahead, tokens.Count - 1)];
    }

    private Token Advance()
    {
        Steps++;
        var token = Current;
        if (!AtEnd)
        {
            position++;
        }

        return token;
    }

    /// <summary>Remembers that something could have stood at a place.</summary>
    private void Expect(string what, int at)
    {
        if (at == tokens.Count - 1 && !IsDescription(what))
        {
            expectations?.Add(what);
        }

        Remember(what, at);
    }

    private void Remember(string what, int at)
    {
        if (at > farthest)
        {
            farthest = at;
            expected.Clear();
        }

        if (at == farthest && !expected.Contains(what))
        {
            expected.Add(what);
        }
    }

    /// <summary>Remembers for completion, and not for messages, what could stand at the end of the text.</summary>
    private void Offer(params ReadOnlySpan<string> phrases)
    {
        foreach (var phrase in AtEnd ? phrases : [])
        {
            expectations?.Add(phrase);
        }
    }

    private void Offer(SlotKind kind, double? beyond = null)
    {
        if (AtEnd)
        {
            expectations?.Add(new Slot(kind, subject, beyond));
        }
    }

    /// <summary>What comes next cannot be left out: nothing behind it can stand here.</summary>
    private void OfferNothingElse()
    {
        if (AtEnd)
        {
            expectations?.Close();
        }
    }

    /// <summary>Whether the words of a phrase stand here; does not move. A phrase broken off is remembered at the word it broke at.</summary>
    private bool Sees(string phrase)
    {
        var at = position;
        foreach (var range in phrase.AsSpan().Split(' '))
        {
            Steps++;
            if (!tokens[at].Is(phrase.AsSpan(range)))
            {
                if (at == tokens.Count - 1)
                {
                    expectations?.Add(phrase[range.Start..]);
                }

                Remember(at == position ? phrase : phrase[range], at);
                return false;
            }

            at++;
        }

        return true;
    }

    private bool Take(string phrase)
    {
        if (!Sees(phrase))
        {
            return false;
        }

        position += phrase.Count(c => c == ' ') + 1;
        return true;
    }

    private bool Take(TokenKind kind, string what)
    {
        Steps++;
        if (Current.Kind == kind)
        {
            position++;
            return true;
        }

        Expect(what, position);
        return false;
    }

    /// <summary>Takes a phrase that must stand here.</summary>
    private bool Demand(string phrase) => Take(phrase) || Fail();

    /// <summary>Reports that nothing that could stand at the farthest place reached stands there. Always false.</summary>
    private bool Fail(string? hint = null)
    {
        position = Math.Max(position, Math.Min(farthest, tokens.Count - 1));
        var found = Current;
        CloseWith(found.End);
        if (problems.IsFull)
        {
            // It is only counted, so its words are not worth looking for.
            problems.Error(DiagnosticCodes.Expected, string.Empty, found.Start, found.End);
            return false;
        }

        var options = farthest == position ? expected : [];
        var suggestion = found.Kind == TokenKind.Word ? Nearest.To(found.Value, options.Where(option => !IsDescription(option)).SelectMany(option => option.Split(' ').Take(1)).Where(IsPlainWord)) : null;
        var what = OneOf(options);
        var message = found.Kind == TokenKind.End
            ? $"Expected {what}, but the definition ends here."
            : suggestion is null ? $"Expected {what}, not {Shown(found)}." : $"Expected {what}, not {Shown(found)}. Did you mean {suggestion}?";
        problems.Error(DiagnosticCodes.Expected, hint is null ? message : $"{hint} {message}", found.Start, found.End, options, suggestion);
        if (suggestion is not null && repairs < MostRepairs && expectations is null)
        {
            tokens[position] = found with { Value = suggestion, Segments = [suggestion] };
            repairs++;
        }

        return false;
    }

    private static string OneOf(List<string> options)
    {
        const int MostNamed = 12;
        var named = options.Take(MostNamed).Select(option => IsDescription(option) ? option : $"'{option}'").ToList();
        return named.Count switch
        {
            0 => "something else",
            1 => named[0],
            _ => $"{string.Join(", ", named.Take(named.Count - 1))}{(options.Count > MostNamed ? ", " : " or ")}{named[^1]}{(options.Count > MostNamed ? " …" : string.Empty)}",
        };
    }

    private static bool IsDescription(string option) =>
        option.StartsWith("a ", StringComparison.Ordinal) || option.StartsWith("an ", StringComparison.Ordinal) || option.StartsWith("text ", StringComparison.Ordinal);

    private void Error(string code, string message, Token at, IEnumerable<string>? options = null, string? suggestion = null)
    {
        CloseWith(at.End);
        problems.Error(code, message, at.Start, at.End, options, suggestion);
    }

    private void ErrorFrom(int start, string code, string message, string? suggestion = null)
    {
        CloseWith(EndOf(start));
        problems.Error(code, message, tokens[start].Start, EndOf(start), suggestion is null ? null : [suggestion], suggestion);
    }

    // Behind a mistake at the end of the text nothing can follow.
    private void CloseWith(int end)
    {
        if (tokens.Count == 1 || end >= tokens[^2].End)
        {
            expectations?.Close();
        }
    }

    private int EndOf(int start) => position > start ? tokens[position - 1].End : tokens[start].End;

    private T Mark<T>(T part, int start)
        where T : class
    {
        sources.Add(part, tokens[start].Start, EndOf(start));
        return part;
    }

    /// <summary>Goes on where a new condition can start: at a joint, comma or bracket that does not belong to what failed.</summary>
    private void Recover()
    {
        var open = 0;
        while (!AtEnd)
        {
            var token = Current;
            if (token.Kind == TokenKind.Open)
            {
                open++;
            }
            else if (token.Kind == TokenKind.Close)
            {
                if (open == 0)
                {
                    return;
                }

                open--;
            }
            else if (open == 0 && (token.Kind == TokenKind.Comma || token.Is("or") || (token.Is("and") && JoinsConditions())))
            {
                return;
            }

            Advance();
        }
    }

    // 'between 5 and 20' and 'and then' are not joints of conditions.
    private bool JoinsConditions() => Peek() is { Kind: not (TokenKind.Number or TokenKind.Instant) } next && !next.Is("then");

    private static bool IsPlainWord(string option) => option.All(char.IsAsciiLetter);

    private static string Shown(Token token)
    {
        var text = token.Kind == TokenKind.Text ? Printer.Quote(token.Value) : token.Value;
        return text.Length <= 60 ? text : text[..57] + "…";
    }
}
