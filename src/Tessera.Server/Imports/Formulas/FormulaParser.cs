using System.Globalization;
using Tessera.Server.Imports.Reading;

namespace Tessera.Server.Imports.Formulas;

/// <summary>Reads formulas.</summary>
/// <remarks>
/// <code>
/// formula    = joined [ ( "=" | "&lt;&gt;" | "&lt;" | "&lt;=" | "&gt;" | "&gt;=" ) joined ]
/// joined     = sum { "&amp;" sum }
/// sum        = product { ( "+" | "-" ) product }
/// product    = factor { ( "*" | "/" ) factor }
/// factor     = [ "-" | "+" ] ( number | 'text' | column | function "(" formula { "," formula } ")" | "(" formula ")" )
/// column     = name | "name" | [name] | `name` | "#" number
/// </code>
/// A column's name needs no quotation marks unless it contains operators, even when it contains blanks: <c>Unit price*Quantity</c>.
/// </remarks>
internal sealed class FormulaParser
{
    private const int DeepestNesting = 64;

    private readonly string text;
    private readonly ColumnNames columns;
    private int position;
    private int depth;

    private FormulaParser(string text, ColumnNames columns)
    {
        this.text = text;
        this.columns = columns;
    }

    /// <summary>Reads a formula.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="columns">The columns it may speak of.</param>
    /// <exception cref="FormulaException">It is not a formula, with the position of the mistake.</exception>
    public static Formula Parse(string text, ColumnNames columns)
    {
        var parser = new FormulaParser(text, columns);
        var formula = parser.ParseFormula();
        parser.SkipBlanks();
        return parser.position == text.Length ? formula : throw parser.Unexpected();
    }

    private Formula ParseFormula()
    {
        if (++depth > DeepestNesting)
        {
            throw new FormulaException("the formula is nested too deeply", position);
        }

        var left = ParseJoined();
        foreach (var sign in (ReadOnlySpan<string>)["<>", "<=", ">=", "=", "<", ">"])
        {
            if (Take(sign))
            {
                left = new Comparison(left, sign, ParseJoined());
                break;
            }
        }

        depth--;
        return left;
    }

    private Formula ParseJoined()
    {
        var left = ParseSum();
        while (Take("&"))
        {
            left = new Concatenation(left, ParseSum());
        }

        return left;
    }

    private Formula ParseSum()
    {
        var left = ParseProduct();
        while (true)
        {
            if (Take("+"))
            {
                left = new Arithmetic(left, '+', ParseProduct());
            }
            else if (Take("-"))
            {
                left = new Arithmetic(left, '-', ParseProduct());
            }
            else
            {
                return left;
            }
        }
    }

    private Formula ParseProduct()
    {
        var left = ParseFactor();
        while (true)
        {
            if (Take("*"))
            {
                left = new Arithmetic(left, '*', ParseFactor());
            }
            else if (Take("/"))
            {
                left = new Arithmetic(left, '/', ParseFactor());
            }
            else
            {
                return left;
            }
        }
    }

    private Formula ParseFactor()
    {
        var negative = false;
        while (true)
        {
            if (Take("-"))
            {
                negative = !negative;
            }
            else if (!Take("+"))
            {
                break;
            }
        }

        var factor = ParsePrimary();
        return negative ? new Negation(factor) : factor;
    }

    private Formula ParsePrimary()
    {
        SkipBlanks();
        if (position == text.Length)
        {
            throw Unexpected();
        }

        var start = position;
        switch (text[position])
        {
            case '(':
                position++;
                var inner = ParseFormula();
                return Take(")") ? inner : throw new FormulaException("a parenthesis is not closed", start);
            case '\'':
                return new Constant(FormulaValue.Of(TakeQuoted('\'')));
            case '"' or '`':
                return Column(TakeQuoted(text[position]), start);
            case '[':
                return Column(TakeQuoted(']'), start);
            case (>= '0' and <= '9') or '.':
                return ParseNumber();
            default:
                return ParseName();
        }
    }

    private Constant ParseNumber()
    {
        var start = position;
        while (position < text.Length && text[position] is (>= '0' and <= '9') or '.')
        {
            position++;
        }

        return decimal.TryParse(text.AsSpan(start, position - start), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? new Constant(FormulaValue.Of(number))
            : throw new FormulaException($"\"{text[start..position]}\" is not a number", start);
    }

    /// <summary>The longest column name that stands here; else a function; else a complaint about the word that stands here.</summary>
    private Formula ParseName()
    {
        var start = position;
        var column = columns.All
            .Where(name => text.AsSpan(start).StartsWith(name, StringComparison.OrdinalIgnoreCase) && EndsHere(start + name.Length))
            .MaxBy(name => name.Length);
        var end = start;
        while (end < text.Length && IsWordCharacter(text[end]))
        {
            end++;
        }

        if (column is not null && column.Length >= end - start)
        {
            position = start + column.Length;
            return Column(column, start);
        }

        if (end == start && text[start] != '#')
        {
            throw Unexpected();
        }

        position = text[start] == '#' ? start + 1 : end;
        while (text[start] == '#' && position < text.Length && char.IsAsciiDigit(text[position]))
        {
            position++;
        }

        var word = text[start..position];
        return Take("(") ? ParseCall(word, start) : Column(word, start);
    }

    private FunctionCall ParseCall(string name, int start)
    {
        var arguments = new List<Formula>();
        do
        {
            arguments.Add(ParseFormula());
        }
        while (Take(","));
        if (!Take(")"))
        {
            throw new FormulaException("a parenthesis is not closed", start + name.Length);
        }

        return FunctionCall.Create(name, arguments, out var complaint) ?? throw new FormulaException(complaint, start);
    }

    private ColumnReference Column(string name, int start)
    {
        try
        {
            return new ColumnReference(columns.Find(name), name);
        }
        catch (ImportException unknown)
        {
            throw new FormulaException(char.ToLowerInvariant(unknown.Message[0]) + unknown.Message[1..].TrimEnd('.'), start);
        }
    }

    private string TakeQuoted(char closing)
    {
        var start = position++;
        var end = text.IndexOf(closing, position);
        if (end < 0)
        {
            throw new FormulaException("a quotation mark is not closed", start);
        }

        var quoted = text[position..end];
        position = end + 1;
        return quoted;
    }

    private bool Take(string sign)
    {
        SkipBlanks();
        if (!text.AsSpan(position).StartsWith(sign, StringComparison.Ordinal))
        {
            return false;
        }

        position += sign.Length;
        return true;
    }

    private void SkipBlanks()
    {
        while (position < text.Length && char.IsWhiteSpace(text[position]))
        {
            position++;
        }
    }

    private bool EndsHere(int index) => index == text.Length || !IsWordCharacter(text[index]) || !IsWordCharacter(text[index - 1]);

    private static bool IsWordCharacter(char letter) => char.IsLetterOrDigit(letter) || letter is '_' or '.' or '$';

    private FormulaException Unexpected() => position >= text.Length
        ? new FormulaException("the formula ends where a value should stand", text.Length)
        : new FormulaException($"\"{text[position]}\" was not expected", position);
}
