using System.Text;
using Tessera.Engine.Native;
using Tessera.Engine.Statements;

namespace Tessera.Engine.Http;

/// <summary>Finds the statement in a request: in the address, in the body, or begun in one and continued in the other.</summary>
internal static class StatementReader
{
    // The engine itself refuses statements over max_query_size (256 KiB unless set otherwise).
    private const int LongestStatement = 16 * 1024 * 1024;
    private const int FirstPiece = 256 * 1024;

    /// <summary>
    /// Reads the statement's text. When it is an INSERT that takes data, the body is left at the first byte of data.
    /// </summary>
    /// <exception cref="EngineException">There is no statement, or it is too long.</exception>
    public static async Task<(ReadOnlyMemory<byte> Text, InsertStatement? Insert)> ReadAsync(
        byte[] query, RequestBody body, CancellationToken cancellation)
    {
        var inAddress = InsertStatement.TryRead(query);
        if (inAddress is { Format: not null })
        {
            ReadOnlyMemory<byte> data = query.AsMemory(inAddress.DataStart);
            if (!data.Span.Trim(" \t\r\n"u8).IsEmpty)
            {
                body.PushBack((byte[])[.. data.Span, (byte)'\n']);
            }

            return (query, inAddress);
        }

        byte[] start = query.Length == 0 ? [] : [.. query, (byte)'\n'];
        var buffer = new byte[start.Length + body.Expected(FirstPiece)];
        start.CopyTo(buffer, 0);
        var length = start.Length + await body.ReadAsync(buffer.AsMemory(start.Length), cancellation);
        if (inAddress is not null && !Continues(buffer.AsMemory(start.Length, length - start.Length)))
        {
            // FORMAT is in neither part: the whole body is data, in the request's format.
            body.PushBack(buffer.AsMemory(start.Length, length - start.Length));
            return (query, inAddress);
        }

        if (InsertStatement.TryRead(buffer.AsMemory(0, length)) is { } insert)
        {
            body.PushBack(buffer.AsMemory(insert.DataStart, length - insert.DataStart));
            return (buffer.AsMemory(0, insert.DataStart), insert);
        }

        while (length == buffer.Length)
        {
            if (length >= LongestStatement)
            {
                throw new EngineException(229, "QUERY_IS_TOO_LARGE", "The statement is longer than 16 MiB; send data after INSERT … FORMAT instead.");
            }

            Array.Resize(ref buffer, buffer.Length * 2);
            length += await body.ReadAsync(buffer.AsMemory(length), cancellation);
        }

        return (buffer.AsMemory(0, length), null);
    }

    /// <summary>Whether a body goes on with the INSERT that the address has begun.</summary>
    private static bool Continues(ReadOnlyMemory<byte> body)
    {
        var lexer = new Lexer(body.Span);
        var first = lexer.Next();
        var word = body.Span[first.Start..first.End];
        return first.Kind == TokenKind.Word && (Ascii.EqualsIgnoreCase(word, "FORMAT") || Ascii.EqualsIgnoreCase(word, "VALUES")
            || Ascii.EqualsIgnoreCase(word, "SETTINGS") || Ascii.EqualsIgnoreCase(word, "SELECT") || Ascii.EqualsIgnoreCase(word, "WITH"));
    }
}
