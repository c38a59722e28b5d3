namespace Tessera.Segments;

/// <summary><c>a and b and c</c>: every part holds. An <see cref="All"/> among the parts is taken apart, as brackets there say nothing.</summary>
public sealed record All : Expression
{
    /// <summary>Joins expressions by <c>and</c>.</summary>
    /// <param name="items">Two or more expressions.</param>
    /// <exception cref="ArgumentException">There are fewer than two.</exception>
    public All(params IEnumerable<Expression> items)
    {
        Items = new ValueList<Expression>(items.SelectMany(item => item is All all ? all.Items : (IEnumerable<Expression>)[item]));
        if (Items.Count < 2)
        {
            throw new ArgumentException("'and' joins at least two expressions.", nameof(items));
        }
    }

    /// <summary>The parts, two or more, in the order written.</summary>
    public ValueList<Expression> Items { get; }

    internal override IEnumerable<Expression> Parts => Items;
}
