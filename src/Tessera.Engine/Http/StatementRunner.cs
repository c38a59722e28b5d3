using System.Buffers;
using Tessera.Engine.Execution;
using Tessera.Engine.Native;
using Tessera.Engine.Statements;

namespace Tessera.Engine.Http;

/// <summary>Runs one statement on a leased connection and writes its result; each kind of statement goes its own way.</summary>
internal sealed class StatementRunner(ConnectionLease lease, QueryRequest request, ResponseStream response)
{
    private const int AppendedAtOnce = 256 * 1024;

    // With these a result is not a plain sequence of rows, whatever its format.
    private static readonly string[] ShapesDocument = ["TOTALS", "EXTREMES", "OUTPUT_FORMAT_JSON_ARRAY_OF_ROWS"];

    /// <summary>What the statement has done so far; meaningful after success and after failure.</summary>
    public Progress Progress { get; private set; }

    /// <summary>Runs an INSERT whose data comes from the body.</summary>
    /// <exception cref="EngineException">The insert failed; nothing of it is committed unless it spanned several blocks.</exception>
    public async Task InsertAsync(InsertStatement statement, RequestBody body, CancellationToken cancellation)
    {
        StatementCheck.RequireWritable(request.ReadOnly);
        var format = statement.Format ?? request.Format ?? "Values";
        var insert = await lease.RunAsync(connection =>
        {
            lease.Apply(request.Database, request.Settings);
            return connection.Insert(statement.Head.Span, format, request.Parameters);
        });
        try
        {
            await AppendAsync(insert, body, cancellation);
            Progress = await lease.RunAsync(_ => insert.Complete());
        }
        finally
        {
            await lease.RunAsync(_ =>
            {
                insert.Dispose();
                return true;
            });
        }
    }

    /// <summary>Runs any other statement and writes its result.</summary>
    /// <exception cref="EngineException">The statement failed.</exception>
    public async Task RunAsync(StatementText statement, CancellationToken cancellation)
    {
        StatementCheck.Refuse(statement);
        var format = statement.Format ?? request.Format ?? "TabSeparated";
        response.UseFormat(format);
        var binaryHeader = StreamedFormats.HasBinaryHeader(format, out var withTypes);
        var document = ShapesDocument.Any(word => statement.Mentions(word) || request.Settings.Keys.Contains(word, StringComparer.OrdinalIgnoreCase));
        if (!statement.IsSelect)
        {
            await RunWholeAsync(statement, format, cancellation);
        }
        else if ((StreamedFormats.IsPlain(format) || binaryHeader) && !document)
        {
            await RunStreamAsync(statement, format, chunk => binaryHeader ? StreamedFormats.BinaryHeaderLength(chunk, withTypes) : 0, cancellation);
        }
        else
        {
            await RunDocumentAsync(statement, format, cancellation);
        }
    }

    private async Task AppendAsync(ChdbInsert insert, RequestBody body, CancellationToken cancellation)
    {
        // Two buffers: one is filled from the network while the other is taken in by the engine.
        var filling = ArrayPool<byte>.Shared.Rent(AppendedAtOnce);
        var appending = ArrayPool<byte>.Shared.Rent(AppendedAtOnce);
        var append = Task.FromResult(true);
        try
        {
            while (await body.ReadAsync(filling, cancellation) is var length and > 0)
            {
                await append;
                (filling, appending) = (appending, filling);
                var data = appending;
                append = lease.RunAsync(_ =>
                {
                    insert.Append(data.AsSpan(0, length));
                    return true;
                });
            }
        }
        finally
        {
            await append;
            ArrayPool<byte>.Shared.Return(filling);
            ArrayPool<byte>.Shared.Return(appending);
        }
    }

    private async Task RunStreamAsync(StatementText statement, string format, Func<ReadOnlySpan<byte>, int> headerLength, CancellationToken cancellation)
    {
        ChdbSelect? select = null;
        try
        {
            var chunk = await lease.RunAsync(connection =>
            {
                Prepare(connection, statement);
                select = connection.Select(statement.Bytes.Span, format, request.Parameters);
                return select.Fetch();
            });
            var first = true;
            while (chunk is not null)
            {
                Progress = Progress.Add(chunk.Progress);
                var next = lease.RunAsync(_ => select!.Fetch());
                try
                {
                    using var memory = new ResultMemory(chunk);
                    var skip = first ? 0 : headerLength(chunk.Bytes);
                    await response.WriteAsync(memory.Memory[skip..], Progress, cancellation);
                    first = false;
                }
                catch
                {
                    // The client is gone: end the query, then wait for the chunk that is under way.
                    lease.Cancel();
                    (await next.ContinueWith(task => task.IsCompletedSuccessfully ? task.Result : null, TaskScheduler.Default))?.Dispose();
                    throw;
                }
                finally
                {
                    chunk.Dispose();
                }

                chunk = await next;
            }
        }
        finally
        {
            // An ended select has nothing left to cancel and may be released from any thread.
            if (select is { Ended: false })
            {
                await lease.RunAsync(_ =>
                {
                    select.Dispose();
                    return true;
                });
            }

            select?.Dispose();
        }
    }

    private async Task RunDocumentAsync(StatementText statement, string format, CancellationToken cancellation)
    {
        using var pipe = new DocumentPipe();
        var sql = statement.IntoFile(pipe.Path, format);
        var query = lease.RunAsync(connection =>
        {
            try
            {
                Prepare(connection, statement);
                using var result = connection.Query(sql, format, request.Parameters);
                return result.Progress;
            }
            finally
            {
                pipe.CloseWriter();
            }
        });
        try
        {
            var buffer = new byte[128 * 1024];
            while (await pipe.ReadAsync(buffer, cancellation) is var length and > 0)
            {
                await response.WriteAsync(buffer.AsMemory(0, length), Progress, cancellation);
            }
        }
        catch
        {
            // The engine would wait for ever on a pipe that nobody reads.
            lease.Cancel();
            pipe.CloseReader();
            await query.ContinueWith(_ => { }, TaskScheduler.Default);
            throw;
        }

        Progress = await query;
    }

    private async Task RunWholeAsync(StatementText statement, string format, CancellationToken cancellation)
    {
        using var result = await lease.RunAsync(connection =>
        {
            Prepare(connection, statement);
            if (statement.FirstWord is "SET" or "USE")
            {
                lease.ExpectChanges();
            }

            return connection.Query(statement.Bytes.Span, format, request.Parameters);
        });
        Progress = result.Progress;
        if (!result.Bytes.IsEmpty)
        {
            using var memory = new ResultMemory(result);
            await response.WriteAsync(memory.Memory, Progress, cancellation);
        }
    }

    private void Prepare(ChdbConnection connection, StatementText statement)
    {
        lease.Apply(request.Database, request.Settings);
        StatementCheck.Confirm(connection, statement, request.ReadOnly);
    }
}
