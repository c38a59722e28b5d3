namespace Tessera.Segments.Patterns;

/// <summary>A part of a pattern. Greed and captures are not kept: whether a text matches does not depend on them.</summary>
internal abstract record PatternNode
{
    /// <summary>How many instructions the part takes once repetitions are written out.</summary>
    internal abstract long Size { get; }

    /// <summary>The greatest product of counted repetitions nested in one another; RE2 allows a thousand.</summary>
    internal virtual long RepeatProduct => 1;
}

/// <summary>A single code point out of a set.</summary>
internal sealed record CharacterNode(CharacterSet Set) : PatternNode
{
    // A Unicode category takes some hundred byte ranges in RE2.
    internal override long Size => Set.Categories.Count > 0 ? 300 : 1 + (Set.Ranges.Count / 4);
}

/// <summary>A place between characters.</summary>
internal sealed record AssertionNode(PatternAssertion Assertion) : PatternNode
{
    internal override long Size => 1;
}

/// <summary>Parts one after the other; none for the empty pattern.</summary>
internal sealed record ConcatenationNode(IReadOnlyList<PatternNode> Items) : PatternNode
{
    internal override long Size { get; } = Items.Sum(item => item.Size);

    internal override long RepeatProduct { get; } = Items.Select(item => item.RepeatProduct).DefaultIfEmpty(1).Max();
}

/// <summary>One of several parts.</summary>
internal sealed record AlternationNode(IReadOnlyList<PatternNode> Items) : PatternNode
{
    internal override long Size { get; } = Items.Sum(item => item.Size + 1);

    internal override long RepeatProduct { get; } = Items.Max(item => item.RepeatProduct);
}

/// <summary>A part several times; <paramref name="Most"/> is null for any number.</summary>
internal sealed record RepetitionNode(PatternNode Item, int Least, int? Most) : PatternNode
{
    internal override long Size { get; } = 2 + ((Item.Size + 1) * Math.Max(1, Most ?? Least));

    internal override long RepeatProduct { get; } = Item.RepeatProduct * Math.Max(1, Most is > 1 ? Most.Value : Least);
}

/// <summary>The kinds of places between characters.</summary>
internal enum PatternAssertion
{
    TextStart,
    TextEnd,
    LineStart,
    LineEnd,
    WordBoundary,
    NoWordBoundary,
}
