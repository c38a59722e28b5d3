using Tessera.ClickHouse.Rows;
using Tessera.ClickHouse.Types;

namespace Tessera.ClickHouse.Tests.Support;

/// <summary>Makes results as an engine sends them, and reads them without one.</summary>
internal static class RowBytes
{
    private static readonly RowCode Code = new();

    public static IReadOnlyList<Column> Columns(params (string Name, string Type)[] columns) =>
        [.. columns.Select(column => new Column(column.Name, TypeParser.Parse(column.Type)))];

    /// <summary>A whole result: header and rows.</summary>
    public static byte[] Result<T>(IReadOnlyList<Column> columns, IEnumerable<T> rows)
    {
        using var writer = new RowWriter();
        writer.WriteLength(columns.Count);
        foreach (var text in columns.Select(column => column.Name).Concat(columns.Select(column => column.Type.Text)))
        {
            writer.WriteText(text);
        }

        var write = Code.Writer<T>(columns);
        foreach (var row in rows)
        {
            write(writer, row);
        }

        return writer.Written.ToArray();
    }

    /// <summary>The rows' bytes without a header.</summary>
    public static byte[] Body<T>(IReadOnlyList<Column> columns, params T[] rows)
    {
        using var writer = new RowWriter();
        var write = Code.Writer<T>(columns);
        foreach (var row in rows)
        {
            write(writer, row);
        }

        return writer.Written.ToArray();
    }

    /// <summary>Reads rows that arrive in pieces of a given size.</summary>
    public static async Task<List<T>> ReadAsync<T>(IReadOnlyList<Column> columns, byte[] body, int pieceSize = int.MaxValue)
    {
        using var reader = new RowReader(new PiecewiseStream(body, pieceSize));
        var read = Code.Reader<T>(columns);
        List<T> rows = [];
        while (await reader.FillAsync(CancellationToken.None))
        {
            while (reader.HasBytes)
            {
                var row = read(reader);
                if (reader.IsIncomplete)
                {
                    break;
                }

                reader.EndRow();
                rows.Add(row);
            }
        }

        reader.HasBytes.ShouldBeFalse("the body ends inside a row");
        return rows;
    }
}
