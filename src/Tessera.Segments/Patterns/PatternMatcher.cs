using System.Text;

namespace Tessera.Segments.Patterns;

/// <summary>
/// Tells whether a pattern is found anywhere in a text, as RE2 does: over code points, with all alternatives followed at once, so
/// that no pattern and no text make it slow.
/// </summary>
/// <remarks>
/// Reference: Ken Thompson, "Regular expression search algorithm", Communications of the ACM 11(6), 1968, in the form of Russ Cox,
/// "Regular expression matching: the virtual machine approach", 2009. Takes time proportional to the length of the text times the size
/// of the pattern. Immutable, so one matcher serves any number of threads.
/// </remarks>
internal sealed class PatternMatcher
{
    private readonly List<Instruction> program = [];

    internal PatternMatcher(string pattern)
    {
        var (tree, problem) = PatternParser.Parse(pattern);
        Emit(tree ?? throw new ArgumentException($"The pattern {problem!.Message}.", nameof(pattern)));
        program.Add(new Instruction(Kind.Match));
    }

    private enum Kind
    {
        Character,
        Assertion,
        Fork,
        Jump,
        Match,
    }

    internal bool IsMatch(string text)
    {
        var current = new Threads(program.Count);
        var next = new Threads(program.Count);
        var before = -1;
        var rest = text.AsSpan();
        while (true)
        {
            var after = CodePointAt(rest, out var length);

            // A match may begin at any place.
            if (Follow(0, before, after, current))
            {
                return true;
            }

            if (length == 0)
            {
                return false;
            }

            next.Clear();
            var following = CodePointAt(rest[length..], out _);
            foreach (var at in current.Reached)
            {
                if (program[at] is { Kind: Kind.Character, Set: { } set } && set.Contains(after) && Follow(at + 1, after, following, next))
                {
                    return true;
                }
            }

            (current, next) = (next, current);
            before = after;
            rest = rest[length..];
        }
    }

    // -1 at the end; half a character reads as U+FFFD, as it does once it is UTF-8.
    private static int CodePointAt(ReadOnlySpan<char> text, out int length)
    {
        if (text.IsEmpty)
        {
            length = 0;
            return -1;
        }

        Rune.DecodeFromUtf16(text, out var rune, out length);
        return rune.Value;
    }

    private static bool Holds(PatternAssertion assertion, int before, int after) => assertion switch
    {
        PatternAssertion.TextStart => before < 0,
        PatternAssertion.TextEnd => after < 0,
        PatternAssertion.LineStart => before is < 0 or '\n',
        PatternAssertion.LineEnd => after is < 0 or '\n',
        PatternAssertion.WordBoundary => PatternClasses.IsWordCharacter(before) != PatternClasses.IsWordCharacter(after),
        _ => PatternClasses.IsWordCharacter(before) == PatternClasses.IsWordCharacter(after),
    };

    /// <summary>Adds the character instructions reached from one without reading; true when the match is reached.</summary>
    private bool Follow(int start, int before, int after, Threads threads)
    {
        Stack<int> open = new([start]);
        while (open.TryPop(out var at))
        {
            if (!threads.Add(at))
            {
                continue;
            }

            var instruction = program[at];
            switch (instruction.Kind)
            {
                case Kind.Match:
                    return true;
                case Kind.Jump:
                    open.Push(instruction.Target);
                    break;
                case Kind.Fork:
                    open.Push(instruction.Target);
                    open.Push(at + 1);
                    break;
                case Kind.Assertion when Holds(instruction.Assertion, before, after):
                    open.Push(at + 1);
                    break;
            }
        }

        return false;
    }

    private void Emit(PatternNode node)
    {
        switch (node)
        {
            case CharacterNode character:
                program.Add(new Instruction(Kind.Character, Set: character.Set));
                break;
            case AssertionNode assertion:
                program.Add(new Instruction(Kind.Assertion, Assertion: assertion.Assertion));
                break;
            case ConcatenationNode concatenation:
                foreach (var item in concatenation.Items)
                {
                    Emit(item);
                }

                break;
            case AlternationNode alternation:
                EmitAlternation(alternation);
                break;
            case RepetitionNode repetition:
                EmitRepetition(repetition);
                break;
        }
    }

    private void EmitAlternation(AlternationNode alternation)
    {
        List<int> ends = [];
        for (var index = 0; index < alternation.Items.Count; index++)
        {
            var isLast = index + 1 == alternation.Items.Count;
            var fork = isLast ? -1 : Reserve();
            Emit(alternation.Items[index]);
            if (!isLast)
            {
                ends.Add(Reserve());
                program[fork] = new Instruction(Kind.Fork, program.Count);
            }
        }

        foreach (var end in ends)
        {
            program[end] = new Instruction(Kind.Jump, program.Count);
        }
    }

    private void EmitRepetition(RepetitionNode repetition)
    {
        for (var count = 0; count < repetition.Least; count++)
        {
            Emit(repetition.Item);
        }

        if (repetition.Most is not { } most)
        {
            var loop = Reserve();
            Emit(repetition.Item);
            program.Add(new Instruction(Kind.Jump, loop));
            program[loop] = new Instruction(Kind.Fork, program.Count);
            return;
        }

        List<int> forks = [];
        for (var count = repetition.Least; count < most; count++)
        {
            forks.Add(Reserve());
            Emit(repetition.Item);
        }

        foreach (var fork in forks)
        {
            program[fork] = new Instruction(Kind.Fork, program.Count);
        }
    }

    private int Reserve()
    {
        program.Add(new Instruction(Kind.Jump));
        return program.Count - 1;
    }

    /// <summary>One step; <paramref name="Target"/> is the other way of a fork, or where a jump goes.</summary>
    private sealed record Instruction(Kind Kind, int Target = 0, CharacterSet? Set = null, PatternAssertion Assertion = default);

    /// <summary>A set of places in the program that is emptied in no time.</summary>
    private sealed class Threads(int size)
    {
        private readonly int[] order = new int[size];
        private readonly int[] place = new int[size];
        private int count;

        internal bool Add(int at)
        {
            if (place[at] < count && order[place[at]] == at)
            {
                return false;
            }

            place[at] = count;
            order[count++] = at;
            return true;
        }

        internal void Clear() => count = 0;

        internal ReadOnlySpan<int> Reached => order.AsSpan(0, count);
    }
}
