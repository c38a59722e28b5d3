using System.Collections.Concurrent;
using System.Text;
using Tessera.ClickHouse.Types;

namespace Tessera.ClickHouse.Rows;

/// <summary>Keeps compiled row readers and writers, one per .NET type and columns.</summary>
internal sealed class RowCode
{
    private readonly ConcurrentDictionary<(Type Row, string Columns), Delegate> readers = new();
    private readonly ConcurrentDictionary<(Type Row, string Columns), Delegate> writers = new();

    public Func<RowReader, T> Reader<T>(IReadOnlyList<Column> columns) =>
        (Func<RowReader, T>)readers.GetOrAdd((typeof(T), Signature(columns)), static (_, list) => RowCompiler.Reader<T>(list), columns);

    public Action<RowWriter, T> Writer<T>(IReadOnlyList<Column> columns) =>
        (Action<RowWriter, T>)writers.GetOrAdd((typeof(T), Signature(columns)), static (_, list) => RowCompiler.Writer<T>(list), columns);

    private static string Signature(IReadOnlyList<Column> columns)
    {
        var text = new StringBuilder();
        foreach (var column in columns)
        {
            text.Append(column.Name).Append('\0').Append(column.Type.Text).Append('\0');
        }

        return text.ToString();
    }
}
