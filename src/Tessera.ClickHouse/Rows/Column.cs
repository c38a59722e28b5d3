using Tessera.ClickHouse.Types;

namespace Tessera.ClickHouse.Rows;

/// <summary>A column of a result or a table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
internal sealed record Column(string Name, ClickHouseType Type)
{
    /// <summary>A column whose type is still text.</summary>
    /// <exception cref="ClickHouseMappingException">The type's notation is not understood.</exception>
    public static Column Parse(string name, string type)
    {
        try
        {
            return new Column(name, TypeParser.Parse(type));
        }
        catch (FormatException exception)
        {
            throw new ClickHouseMappingException($"Column '{name}': {exception.Message}", name, type, null, exception);
        }
    }

    /// <summary>The error that this column cannot be carried by a .NET type.</summary>
    public ClickHouseMappingException Mismatch(Type valueType, string advice) => new(
        $"Column '{Name}' is {Type.Text} in ClickHouse and cannot be {TypeNames.Of(valueType)} in .NET: {advice}.",
        Name,
        Type.Text,
        valueType);

    /// <summary>The error that one value does not fit.</summary>
    public ClickHouseMappingException Unfit(Type rowType, Exception cause) => new(
        $"Column '{Name}' ({Type.Text}) of {TypeNames.Of(rowType)}: {cause.Message}",
        Name,
        Type.Text,
        rowType,
        cause);
}
