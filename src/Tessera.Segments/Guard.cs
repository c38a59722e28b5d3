namespace Tessera.Segments;

/// <summary>What constructors of the tree refuse: no tree that exists can mean nothing.</summary>
internal static class Guard
{
    internal const int MaxCount = 1_000_000_000;

    internal static int Count(int value, string name) => value is >= 0 and <= MaxCount
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} must be between 0 and {MaxCount}.");

    internal static double Finite(double value, string name) => double.IsFinite(value)
        ? value + 0.0 // turns negative zero into zero, which prints and hashes alike
        : throw new ArgumentOutOfRangeException(name, value, $"{name} must be a finite number.");

    internal static ValueList<T> NotEmpty<T>(ValueList<T> value, string name) => value.Count > 0
        ? value
        : throw new ArgumentException($"{name} must have at least one item.", name);

    internal static Expression Property(Expression where, string name) => where switch
    {
        PropertyCondition => where,
        All all => Each(all, all.Items),
        Any any => Each(any, any.Items),
        Not not => Each(not, [not.Operand]),
        _ => throw new ArgumentException($"{name} takes property conditions joined by and, or and not; it has {where.GetType().Name}.", name),
    };

    private static Expression Each(Expression whole, ValueList<Expression> parts)
    {
        foreach (var part in parts)
        {
            Property(part, "where");
        }

        return whole;
    }
}
