namespace Tessera.ClickHouse;

/// <summary>The values of one column in a <see cref="RowBlock"/>. Not thread-safe.</summary>
public abstract class BlockColumn : IDisposable
{
    private protected BlockColumn(string name, string type)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentException.ThrowIfNullOrWhiteSpace(type);
        Name = name;
        Type = type;
    }

    /// <summary>The column's name in its table.</summary>
    public string Name { get; }

    /// <summary>The ClickHouse type that the values are written as; the table's column may have another that the engine can convert it to.</summary>
    public string Type { get; }

    /// <summary>How many values there are.</summary>
    public abstract int Count { get; }

    /// <summary>How many bytes they take, about.</summary>
    internal abstract long Bytes { get; }

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        Release();
        GC.SuppressFinalize(this);
    }

    /// <summary>Forgets the values; the memory stays for the next ones.</summary>
    internal abstract void Clear();

    /// <summary>The values as they are sent, in parts; valid until the column changes.</summary>
    internal abstract IEnumerable<ReadOnlyMemory<byte>> Parts();

    /// <summary>Gives the memory back.</summary>
    internal abstract void Release();
}
