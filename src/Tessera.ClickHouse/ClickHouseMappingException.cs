namespace Tessera.ClickHouse;

/// <summary>A column and the .NET type that should carry its values do not fit, or a value does not fit its column.</summary>
/// <remarks>The program or the table must change; trying again does not help.</remarks>
public sealed class ClickHouseMappingException : Exception
{
    /// <summary>An exception without details.</summary>
    public ClickHouseMappingException()
        : this("A column does not fit its .NET type.")
    {
    }

    /// <summary>An exception with a message.</summary>
    /// <param name="message">What does not fit, in one sentence.</param>
    public ClickHouseMappingException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and a cause.</summary>
    /// <param name="message">What does not fit, in one sentence.</param>
    /// <param name="innerException">What caused it.</param>
    public ClickHouseMappingException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal ClickHouseMappingException(string message, string? column, string? columnType, Type? valueType, Exception? cause = null)
        : base(message, cause)
    {
        Column = column;
        ColumnType = columnType;
        ValueType = valueType;
    }

    /// <summary>The column concerned, when it is one.</summary>
    public string? Column { get; }

    /// <summary>The column's type as ClickHouse writes it, when a column is concerned.</summary>
    public string? ColumnType { get; }

    /// <summary>The .NET type concerned, when there is one.</summary>
    public Type? ValueType { get; }
}
