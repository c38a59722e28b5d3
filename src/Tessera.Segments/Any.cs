namespace Tessera.Segments;

/// <summary><c>a or b or c</c>: at least one part holds. An <see cref="Any"/> among the parts is taken apart, as brackets there say nothing.</summary>
public sealed record Any : Expression
{
    /// <summary>Joins expressions by <c>or</c>.</summary>
    /// <param name="items">Two or more expressions.</param>
    /// <exception cref="ArgumentException">There are fewer than two.</exception>
    public Any(params IEnumerable<Expression> items)
    {
        Items = new ValueList<Expression>(items.SelectMany(item => item is Any any ? any.Items : (IEnumerable<Expression>)[item]));
        if (Items.Count < 2)
        {
            throw new ArgumentException("'or' joins at least two expressions.", nameof(items));
        }
    }

    /// <summary>The parts, two or more, in the order written.</summary>
    public ValueList<Expression> Items { get; }

    internal override IEnumerable<Expression> Parts => Items;
}
