using Tessera.ClickHouse.Rows;

namespace Tessera.ClickHouse.Codecs;

/// <summary>Reads and writes the values of one ClickHouse type as one .NET type.</summary>
/// <typeparam name="T">The .NET type.</typeparam>
/// <remarks>
/// Immutable or at least safe to share between threads. A value that does not fit throws <see cref="ValueException"/>. On an
/// incomplete row every read yields zeros, which must not throw: check <see cref="RowReader.IsIncomplete"/> before judging.
/// </remarks>
internal abstract class Codec<T>
{
    public abstract T Read(RowReader reader);

    public abstract void Write(RowWriter writer, T value);
}
