namespace Tessera.Segments;

/// <summary><c>at least 2 of (a, b, c)</c>: at least <paramref name="Minimum"/> of the parts hold.</summary>
/// <param name="Minimum">How many parts must hold: 0 or more.</param>
/// <param name="Items">The parts, one or more.</param>
public sealed record AtLeastOf(int Minimum, ValueList<Expression> Items) : Expression
{
    /// <summary>How many parts must hold: 0 or more.</summary>
    public int Minimum { get; } = Guard.Count(Minimum, nameof(Minimum));

    /// <summary>The parts, one or more.</summary>
    public ValueList<Expression> Items { get; } = Guard.NotEmpty(Items, nameof(Items));

    internal override IEnumerable<Expression> Parts => Items;
}
