using System.Runtime.CompilerServices;
using Tessera.ClickHouse.Transport;

namespace Tessera.ClickHouse.Rows;

/// <summary>Reads a result in RowBinaryWithNamesAndTypes as typed rows.</summary>
internal static class RowStream
{
    private const int MostColumns = 10_000;

    /// <summary>The rows of an answer, as they arrive.</summary>
    public static async IAsyncEnumerable<T> ReadAsync<T>(
        Answer answer, RowCode code, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new RowReader(answer.Body);
        var columns = await ReadHeaderAsync(reader, answer, cancellationToken).ConfigureAwait(false);
        var read = code.Reader<T>(columns);
        while (true)
        {
            while (reader.HasBytes)
            {
                var row = ReadRow(reader, read, columns, answer);
                if (reader.IsIncomplete)
                {
                    break;
                }

                reader.EndRow();
                yield return row;
            }

            var hadBytes = reader.HasBytes;
            if (!await reader.FillAsync(cancellationToken).ConfigureAwait(false))
            {
                if (hadBytes)
                {
                    throw BrokenOff(answer, null);
                }

                yield break;
            }
        }
    }

    private static async ValueTask<IReadOnlyList<Column>> ReadHeaderAsync(RowReader reader, Answer answer, CancellationToken cancellationToken)
    {
        while (await reader.FillAsync(cancellationToken).ConfigureAwait(false))
        {
            if (ReadHeader(reader, answer) is { } columns)
            {
                reader.EndRow();
                return columns;
            }
        }

        throw reader.HasBytes
            ? BrokenOff(answer, null)
            : new ClickHouseException("The statement returned no columns; use ExecuteAsync for statements without a result.");
    }

    private static List<Column>? ReadHeader(RowReader reader, Answer answer)
    {
        try
        {
            var count = reader.ReadLength();
            if (count > MostColumns)
            {
                throw new InvalidDataException($"the result claims {count} columns");
            }

            var names = Enumerable.Range(0, count).Select(_ => reader.ReadText()).ToList();
            var types = Enumerable.Range(0, count).Select(_ => reader.ReadText()).ToList();
            return reader.IsIncomplete ? null : [.. names.Zip(types, Column.Parse)];
        }
        catch (InvalidDataException exception)
        {
            throw BrokenOff(answer, exception);
        }
    }

    private static T ReadRow<T>(RowReader reader, Func<RowReader, T> read, IReadOnlyList<Column> columns, Answer answer)
    {
        try
        {
            return read(reader);
        }
        catch (InvalidDataException exception)
        {
            throw BrokenOff(answer, exception);
        }
        catch (Exception exception) when (exception is not ClickHouseMappingException)
        {
            throw columns[reader.Column].Unfit(typeof(T), exception);
        }
    }

    private static ClickHouseException BrokenOff(Answer answer, Exception? cause) => ((ResultStream)answer.Body).BrokenOff(cause);
}
