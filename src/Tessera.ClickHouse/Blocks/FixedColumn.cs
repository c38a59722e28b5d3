using System.Runtime.CompilerServices;
using Tessera.ClickHouse.Rows;

namespace Tessera.ClickHouse;

/// <summary>A column whose values have a fixed size and are sent as they lie in memory: whole numbers, floats, and what ClickHouse keeps as such (decimals, instants).</summary>
/// <typeparam name="T">A whole number or float of the size that the type has in ClickHouse, such as <see cref="long"/> for <c>Decimal(18, 4)</c>.</typeparam>
public sealed class FixedColumn<T> : BlockColumn
    where T : unmanaged
{
    private readonly RowWriter values = new();

    /// <summary>A column without values.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="type">Its ClickHouse type, such as <c>UInt64</c> or <c>DateTime64(6, 'UTC')</c>.</param>
    public FixedColumn(string name, string type)
        : base(name, type)
    {
    }

    /// <inheritdoc/>
    public override int Count => values.Length / Unsafe.SizeOf<T>();

    internal override long Bytes => values.Length;

    /// <summary>Adds a value.</summary>
    /// <param name="value">The value, as ClickHouse keeps it: a decimal times its scale's power of ten, an instant in units since 1970.</param>
    public void Add(T value) => values.Write(value);

    internal override void Clear() => values.Clear();

    internal override IEnumerable<ReadOnlyMemory<byte>> Parts() => [values.Written];

    internal override void Release() => values.Dispose();
}
