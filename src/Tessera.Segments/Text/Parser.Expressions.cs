namespace Tessera.Segments.Text;

/// <summary>How conditions are joined.</summary>
internal sealed partial class Parser
{
    private static readonly string[] ConditionHints = ["a trait", "did \"…\"", "not", "("];

    /// <summary>Stands in for what could not be read. A tree with it is never given out, as there is an error too.</summary>
    internal static readonly Expression Unread = new PropertyCondition(new ValuePath("unread"), new IsSet());

    private Expression? ReadDefinition()
    {
        if (AtEnd)
        {
            Error(DiagnosticCodes.EmptyDefinition, "There is no condition here. Write one, such as: plan is \"free\".", Current, ConditionHints);
            return null;
        }

        List<Expression> definitions = [ReadAny(isProperty: false)];
        while (!AtEnd)
        {
            // Only brackets and commas that belong to nothing are left over; what follows them is read for its own errors.
            var stray = Advance();
            Error(DiagnosticCodes.Expected, stray.Kind == TokenKind.Close ? "This bracket closes none." : "A comma stands only inside brackets.", stray);
            _ = Take("and") || Take("or");
            if (!AtEnd && Current.Kind is not (TokenKind.Close or TokenKind.Comma))
            {
                definitions.Add(ReadAny(isProperty: false));
            }
        }

        return definitions.Count == 1 ? definitions[0] : new All(definitions);
    }

    private Expression ReadAny(bool isProperty)
    {
        List<Expression> items = [ReadAll(isProperty)];
        while (Current.Is("or") && !EndsWhere(isProperty))
        {
            Advance();
            items.Add(ReadAll(isProperty));
        }

        Offer("or");

        return items.Count == 1 ? items[0] : new Any(items);
    }

    private Expression ReadAll(bool isProperty)
    {
        List<Expression> items = [ReadUnary(isProperty)];
        while (true)
        {
            if (Current.Is("and") && !Peek().Is("then") && !EndsWhere(isProperty))
            {
                Advance();
                items.Add(ReadUnary(isProperty));
            }
            else if (!isProperty && !AtEnd && !Current.Is("or") && !Current.Is("and") && Current.Kind is not (TokenKind.Close or TokenKind.Comma))
            {
                // ReadUnary stops only where a joint is missing before the next condition.
                Error(DiagnosticCodes.Expected, $"Expected 'and' or 'or' before {Shown(Current)}.", Current, ["and", "or"]);
                items.Add(ReadUnary(isProperty));
            }
            else if (!isProperty && Current.Is("and") && Peek().Is("then"))
            {
                Advance();
                Error(DiagnosticCodes.Misplaced, "'then' continues a sequence, which starts with did \"…\" and has no quantity or period before its end.", Current);
                Advance();
                items.Add(ReadUnary(isProperty));
            }
            else
            {
                Offer("and");
                return items.Count == 1 ? items[0] : new All(items);
            }
        }
    }

    private Expression ReadUnary(bool isProperty)
    {
        if (depth == Segment.MaxDepth)
        {
            Error(DiagnosticCodes.TooDeep, $"Brackets and 'not' nest at most {Segment.MaxDepth} deep. Split the definition into segments that refer to one another.", Current);
            position = tokens.Count - 1;
            isTooDeep = true;
            return Unread;
        }

        depth++;
        var start = position;
        Expression? expression;
        int before;
        bool isWhole;
        do
        {
            // A word that was misspelt is then read as what it was meant to be, so that what follows is read for its own errors.
            before = repairs;
            position = start;
            expression = ReadOperand(isProperty);
            isWhole = expression is null || isProperty || CanFollowCondition() || Fail();
        }
        while ((expression is null || !isWhole) && repairs > before && Restart(start));
        depth--;
        if (expression is null || !isWhole)
        {
            Recover();
        }

        if (expression is null)
        {
            return Unread;
        }

        return Mark(expression, start);
    }

    // What was expected further on was expected behind the misspelt word.
    private bool Restart(int start)
    {
        farthest = start;
        expected.Clear();
        return true;
    }

    /// <summary>After a condition there is a joint, a bracket, a comma or the end; or another condition, whose joint is missing.</summary>
    private bool CanFollowCondition()
    {
        if (AtEnd || Current.Kind is TokenKind.Close or TokenKind.Comma || Current.Is("and") || Current.Is("or"))
        {
            return true;
        }

        Expect("and", position);
        Expect("or", position);
        return farthest == position && StartsCondition();
    }

    private Expression? ReadOperand(bool isProperty)
    {
        if (Take("not"))
        {
            var operand = ReadUnary(isProperty);
            return new Not(operand);
        }

        if (Current.Kind == TokenKind.Open)
        {
            return ReadBrackets(isProperty);
        }

        Offer("(");
        if (isProperty)
        {
            return ReadPropertyCondition();
        }

        if (expectations is not null)
        {
            Sees("at least");
        }

        return Current.Is("at") && Peek().Is("least") ? ReadAtLeastOf() : ReadCondition();
    }

    private Expression ReadBrackets(bool isProperty)
    {
        var opening = Advance();
        if (Current.Kind == TokenKind.Close)
        {
            Error(DiagnosticCodes.EmptyList, "There is nothing between these brackets.", opening);
            Advance();
            return Unread;
        }

        var expression = ReadAny(isProperty);
        CloseBrackets(opening, isProperty);
        return expression;
    }

    private void CloseBrackets(Token opening, bool isProperty)
    {
        if (Take(TokenKind.Close, ")"))
        {
            return;
        }

        if (isProperty && EndsWhere(isProperty: true))
        {
            Advance();
            Error(
                DiagnosticCodes.Misplaced,
                "Inside 'where' stand only conditions on the event's own properties. Close the bracket before this one, or put the whole event condition in brackets.",
                Current);
            Recover();
            position += Current.Kind == TokenKind.Close ? 1 : 0;
            return;
        }

        if (AtEnd)
        {
            // What nests too deep is not read to its end, so whether it is closed is not known.
            if (!isTooDeep)
            {
                OfferNothingElse();
                Error(DiagnosticCodes.Expected, "This bracket is never closed.", opening, [")"]);
            }

            return;
        }

        Fail();
        Recover();
        position += Current.Kind == TokenKind.Close ? 1 : 0;
    }

    private Expression? ReadAtLeastOf()
    {
        Advance();
        Advance();
        if (ReadCount() is not { } minimum || !Demand("of"))
        {
            return null;
        }

        var opening = Current;
        if (!Take(TokenKind.Open, "("))
        {
            Fail();
            return null;
        }

        if (Current.Kind == TokenKind.Close)
        {
            Error(DiagnosticCodes.EmptyList, "There are no conditions to choose from between these brackets.", opening);
            Advance();
            return Unread;
        }

        List<Expression> items = [ReadAny(isProperty: false)];
        while (Take(TokenKind.Comma, ","))
        {
            items.Add(ReadAny(isProperty: false));
        }

        CloseBrackets(opening, isProperty: false);
        return new AtLeastOf(minimum, new ValueList<Expression>(items));
    }

    /// <summary>
    /// Inside <c>where</c>: whether the joint here ends it, because what follows cannot be a condition on a property. Brackets
    /// and nots are looked through.
    /// </summary>
    private bool EndsWhere(bool isProperty)
    {
        if (!isProperty || !(Current.Is("and") || Current.Is("or")))
        {
            return false;
        }

        var ahead = 1;
        while (Peek(ahead).Kind == TokenKind.Open || Peek(ahead).Is("not"))
        {
            ahead++;
        }

        return Peek(ahead).Is("then") || StartsOnlySegmentCondition(ahead);
    }

    private bool StartsOnlySegmentCondition(int ahead)
    {
        var first = Peek(ahead);
        if (first.Kind != TokenKind.Word)
        {
            return false;
        }

        var next = Peek(ahead + 1);
        return first.Value.ToUpperInvariant() switch
        {
            "DID" => next.Kind == TokenKind.Text || next.Is("any") || next.Is("not"),
            "IN" => next.Is("segment") || next.Is("random"),
            "COUNT" or "SUM" or "AVERAGE" or "MINIMUM" or "MAXIMUM" or "MEDIAN" or "RATIO" => next.Is("of"),
            "FIRST" or "LAST" => next.Is("of") || next.Is("did"),
            "MOST" => next.Is("frequent"),
            "ENTERED" or "LEFT" => next.Is("segment"),
            "HAS" => next.Is("been"),
            "CONSENTS" => next.Is("to"),
            "COMPANY" => next.Is("did"),
            "AT" => next.Is("least"),
            _ => false,
        };
    }

    private bool StartsCondition() =>
        Current.Kind is TokenKind.Open or TokenKind.Path || Current.Is("not") || StartsOnlySegmentCondition(0)
        || (Current.Kind is TokenKind.Word or TokenKind.Text or TokenKind.QuotedPath && StartsTest(1));

    /// <summary>Whether a test of a value starts some tokens ahead.</summary>
    private bool StartsTest(int ahead)
    {
        var token = Peek(ahead);
        return token.Kind == TokenKind.Comparison
            || (token.Kind == TokenKind.Word
                && token.Value.ToUpperInvariant() is "IS" or "CONTAINS" or "STARTS" or "ENDS" or "MATCHES" or "HAS" or "INCLUDES" or "DOES");
    }
}
