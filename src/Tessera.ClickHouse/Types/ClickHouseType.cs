namespace Tessera.ClickHouse.Types;

/// <summary>A ClickHouse type, taken apart: <c>Map(String, Array(UInt8))</c> is a name with two arguments.</summary>
/// <param name="Name">The name before the brackets, such as <c>Decimal</c>.</param>
/// <param name="Arguments">What stands in the brackets, in order.</param>
/// <param name="Text">The whole as ClickHouse wrote it.</param>
internal sealed record ClickHouseType(string Name, IReadOnlyList<TypeArgument> Arguments, string Text)
{
    /// <summary>The type inside the wrappers that do not change how a value is written: LowCardinality and the like.</summary>
    public ClickHouseType Unwrapped => Name switch
    {
        "LowCardinality" => Inner(0).Unwrapped,
        "SimpleAggregateFunction" => Inner(1).Unwrapped,
        _ => this,
    };

    public ClickHouseType Inner(int index) =>
        Arguments.ElementAtOrDefault(index)?.Type ?? throw new FormatException($"'{Text}' lacks the type at position {index + 1}.");

    public int Number(int index) =>
        Arguments.ElementAtOrDefault(index)?.Number is { } number
            ? checked((int)number)
            : throw new FormatException($"'{Text}' lacks the number at position {index + 1}.");

    public override string ToString() => Text;
}
