using System.Runtime.CompilerServices;
using Tessera.ClickHouse.Rows;
using Tessera.ClickHouse.Transport;

namespace Tessera.ClickHouse;

/// <summary>The client of a ClickHouse engine, embedded or a server, over HTTP.</summary>
/// <remarks>
/// Rows travel as RowBinaryWithNamesAndTypes, streamed both ways. Safe for use by many threads at once; keep one for the life of the
/// program. What may be repeated without harm is repeated when the connection breaks; see <see cref="RetryOptions"/>.
/// </remarks>
public sealed class ClickHouseClient : IDisposable
{
    private const string Rows = "RowBinaryWithNamesAndTypes";

    private readonly Func<ClickHouseOptions> options;
    private readonly TimeProvider time;
    private readonly HttpClient http;
    private readonly bool ownsHttp;
    private readonly HttpTransport transport;
    private readonly RowCode code = new();
    private readonly TableSchemas schemas;

    /// <summary>A client with connections of its own.</summary>
    /// <param name="options">Where the engine is; asked before each request, so that one that restarted elsewhere is found.</param>
    /// <param name="time">The clock for timeouts and pauses; the system's when null.</param>
    public ClickHouseClient(Func<ClickHouseOptions> options, TimeProvider? time = null)
        : this(CreateHttp(), options, time) => ownsHttp = true;

    /// <summary>A client with connections of its own, and something that every request passes through.</summary>
    /// <param name="through">Sees each request before it is sent; the client disposes it. <see cref="IsWrite"/> says which ones write.</param>
    /// <param name="options">Where the engine is; asked before each request, so that one that restarted elsewhere is found.</param>
    /// <param name="time">The clock for timeouts and pauses; the system's when null.</param>
    public ClickHouseClient(DelegatingHandler through, Func<ClickHouseOptions> options, TimeProvider? time = null)
        : this(CreateHttp(through), options, time) => ownsHttp = true;

    /// <summary>A client that uses the given connections.</summary>
    /// <param name="http">
    /// The HTTP client, which the caller disposes. Its timeout must be infinite (each statement has its own) and its handler must not
    /// decompress.
    /// </param>
    /// <param name="options">Where the engine is; asked before each request, so that one that restarted elsewhere is found.</param>
    /// <param name="time">The clock for timeouts and pauses; the system's when null.</param>
    /// <exception cref="ArgumentException">The HTTP client has a timeout of its own.</exception>
    public ClickHouseClient(HttpClient http, Func<ClickHouseOptions> options, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(options);
        if (http.Timeout != Timeout.InfiniteTimeSpan)
        {
            throw new ArgumentException("The HTTP client's Timeout must be Timeout.InfiniteTimeSpan: each statement has its own limit.", nameof(http));
        }

        this.http = http;
        this.options = options;
        this.time = time ?? TimeProvider.System;
        transport = new HttpTransport(http, options, this.time);
        schemas = new TableSchemas(this);
    }

    /// <summary>Set on each request: whether its statement may change anything.</summary>
    public static HttpRequestOptionsKey<bool> IsWrite { get; } = new("tessera.clickhouse.write");

    /// <summary>The options in force now.</summary>
    public ClickHouseOptions Options => options();

    /// <summary>Asks the engine for a sign of life, once.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A task that ends when the engine has answered.</returns>
    /// <exception cref="ClickHouseException">It cannot be reached, or refuses the user.</exception>
    public async Task PingAsync(CancellationToken cancellationToken = default)
    {
        // A statement rather than /ping, which answers without looking at the user or the engine behind the interface.
        var once = new HttpTransport(http, () => options() with { Retry = RetryOptions.None }, time);
        var call = new Call(new Statement("SELECT 1").WithoutDatabase()) { Format = "TSV" };
        using var answer = await once.SendAsync(call, cancellationToken).ConfigureAwait(false);
        await answer.Body.CopyToAsync(Stream.Null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs a statement whose result, if it has one, does not matter.</summary>
    /// <param name="statement">The statement; sent again after a broken connection only when declared idempotent or when it reads.</param>
    /// <param name="cancellationToken">Ends the statement, in the engine too.</param>
    /// <returns>What it did, as the engine counts.</returns>
    /// <exception cref="InvalidOperationException">A parameter has no value.</exception>
    /// <exception cref="ClickHouseException">It failed.</exception>
    public async Task<StatementSummary> ExecuteAsync(Statement statement, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var call = new Call(statement) { IsRepeatable = statement.IsIdempotent || statement.IsRead, WaitsForEnd = true };
        using var answer = await transport.SendAsync(call, cancellationToken).ConfigureAwait(false);
        await answer.Body.CopyToAsync(Stream.Null, cancellationToken).ConfigureAwait(false);
        return answer.Summary();
    }

    /// <summary>Runs a query and yields its rows as they arrive, in constant memory.</summary>
    /// <typeparam name="T">
    /// A record or class whose constructor parameters and settable properties bear the columns' names (<c>first_seen</c> is
    /// <c>FirstSeen</c>); a value tuple, by position; or, for one column, a number, text, array and so on.
    /// </typeparam>
    /// <param name="statement">A statement with a result. It is sent again when the connection breaks before the first row.</param>
    /// <param name="cancellationToken">Ends the query, in the engine too.</param>
    /// <returns>The rows. Stopping early ends the query.</returns>
    /// <exception cref="InvalidOperationException">A parameter has no value.</exception>
    /// <exception cref="ClickHouseException">It failed, perhaps after some rows.</exception>
    /// <exception cref="ClickHouseMappingException">Columns and <typeparamref name="T"/> do not fit.</exception>
    public async IAsyncEnumerable<T> QueryAsync<T>(Statement statement, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(statement);
        using var answer = await transport.SendAsync(Read(statement, Rows), cancellationToken).ConfigureAwait(false);
        await foreach (var row in RowStream.ReadAsync<T>(answer, code, cancellationToken).ConfigureAwait(false))
        {
            yield return row;
        }
    }

    /// <summary>Runs a query and returns all its rows.</summary>
    /// <typeparam name="T">The type of a row, as in <see cref="QueryAsync{T}"/>.</typeparam>
    /// <param name="statement">A statement with a result.</param>
    /// <param name="cancellationToken">Ends the query, in the engine too.</param>
    /// <returns>The rows.</returns>
    /// <exception cref="ClickHouseException">It failed.</exception>
    /// <exception cref="ClickHouseMappingException">Columns and <typeparamref name="T"/> do not fit.</exception>
#pragma warning disable MA0016 // The list is the caller's own, to sort and extend.
    public async Task<List<T>> ListAsync<T>(Statement statement, CancellationToken cancellationToken = default)
    {
        List<T> rows = [];
        await foreach (var row in QueryAsync<T>(statement, cancellationToken).ConfigureAwait(false))
        {
            rows.Add(row);
        }

        return rows;
    }
#pragma warning restore MA0016

    /// <summary>Runs a query that has exactly one row.</summary>
    /// <typeparam name="T">The type of the row, as in <see cref="QueryAsync{T}"/>.</typeparam>
    /// <param name="statement">A statement with one row.</param>
    /// <param name="cancellationToken">Ends the query, in the engine too.</param>
    /// <returns>The row.</returns>
    /// <exception cref="InvalidOperationException">There is no row, or more than one.</exception>
    /// <exception cref="ClickHouseException">It failed.</exception>
    /// <exception cref="ClickHouseMappingException">Columns and <typeparamref name="T"/> do not fit.</exception>
    public async Task<T> SingleAsync<T>(Statement statement, CancellationToken cancellationToken = default)
    {
        var rows = QueryAsync<T>(statement, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using var _ = rows.ConfigureAwait(false);
        if (!await rows.MoveNextAsync().ConfigureAwait(false))
        {
            throw new InvalidOperationException("The query returned no row where one was expected.");
        }

        var row = rows.Current;
        return await rows.MoveNextAsync().ConfigureAwait(false)
            ? throw new InvalidOperationException("The query returned more than one row where one was expected.")
            : row;
    }

    /// <summary>Runs a query and returns its first row, if it has one.</summary>
    /// <typeparam name="T">The type of the row, as in <see cref="QueryAsync{T}"/>.</typeparam>
    /// <param name="statement">A statement with a result.</param>
    /// <param name="cancellationToken">Ends the query, in the engine too.</param>
    /// <returns>The first row, or the type's default value.</returns>
    /// <exception cref="ClickHouseException">It failed.</exception>
    /// <exception cref="ClickHouseMappingException">Columns and <typeparamref name="T"/> do not fit.</exception>
    public async Task<T?> FirstOrDefaultAsync<T>(Statement statement, CancellationToken cancellationToken = default)
    {
        await foreach (var row in QueryAsync<T>(statement, cancellationToken).ConfigureAwait(false))
        {
            return row;
        }

        return default;
    }

    /// <summary>Runs a query and returns its result in one of ClickHouse's formats, as it arrives.</summary>
    /// <param name="statement">A statement with a result and without a FORMAT.</param>
    /// <param name="format">The format, such as <c>CSVWithNames</c>, <c>Parquet</c> or <c>JSONEachRow</c>.</param>
    /// <param name="cancellationToken">Ends the query, in the engine too.</param>
    /// <returns>The result, which the caller disposes. It throws <see cref="ClickHouseException"/> where the result breaks off.</returns>
    /// <exception cref="ClickHouseException">It failed.</exception>
    public async Task<Stream> StreamAsync(Statement statement, string format, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentException.ThrowIfNullOrWhiteSpace(format);
        var answer = await transport.SendAsync(Read(statement, format), cancellationToken).ConfigureAwait(false);
        return answer.Body;
    }

    /// <summary>Inserts rows as they come, in batches, in constant memory.</summary>
    /// <typeparam name="T">The type of a row, as in <see cref="QueryAsync{T}"/>. Columns with a DEFAULT or Nullable ones may be missing.</typeparam>
    /// <param name="table">The table, <c>name</c> or <c>database.name</c>.</param>
    /// <param name="rows">The rows; nothing is sent when there are none.</param>
    /// <param name="options">How; the defaults when null.</param>
    /// <param name="cancellationToken">Gives up; batches sent before stay.</param>
    /// <returns>What was sent.</returns>
    /// <exception cref="ClickHouseException">A batch failed; batches before it stay.</exception>
    /// <exception cref="ClickHouseMappingException">Table and <typeparamref name="T"/>, or a value and its column, do not fit.</exception>
    /// <exception cref="InvalidOperationException">The options have a token, and the table does not remember tokens.</exception>
    public Task<InsertSummary> InsertAsync<T>(
        string table, IAsyncEnumerable<T> rows, InsertOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var insertion = new Insertion<T>(transport, schemas, code, TableName.Parse(table), options ?? new InsertOptions(), time);
        return insertion.RunAsync(rows, cancellationToken);
    }

    /// <inheritdoc cref="InsertAsync{T}(string, IAsyncEnumerable{T}, InsertOptions?, CancellationToken)"/>
    public Task<InsertSummary> InsertAsync<T>(
        string table, IEnumerable<T> rows, InsertOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return InsertAsync(table, rows.ToAsyncEnumerable(), options, cancellationToken);
    }

    /// <summary>Inserts blocks of rows as they come, in one statement and constant memory; several times faster than single rows.</summary>
    /// <param name="table">The table, <c>name</c> or <c>database.name</c>.</param>
    /// <param name="blocks">
    /// The blocks, all of the same columns; columns with a DEFAULT may be missing. A block is read until the next one is asked for, and may
    /// then be cleared and filled again. Nothing is sent when there are none.
    /// </param>
    /// <param name="options">How; batches have no meaning here. The defaults when null.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What was sent.</returns>
    /// <remarks>It is never sent again: after a failure some of the rows may be there and others not.</remarks>
    /// <exception cref="ClickHouseException">It failed.</exception>
    /// <exception cref="InvalidOperationException">A block's columns differ in length.</exception>
    public Task<InsertSummary> InsertBlocksAsync(
        string table, IAsyncEnumerable<RowBlock> blocks, InsertOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        return new BlockInsertion(transport, TableName.Parse(table), options ?? new InsertOptions()).RunAsync(blocks, cancellationToken);
    }

    /// <summary>Closes the connections, if they are the client's own.</summary>
    public void Dispose()
    {
        if (ownsHttp)
        {
            http.Dispose();
        }
    }

    private static Call Read(Statement statement, string format) =>
        new(statement) { Format = format, IsRepeatable = statement.IsIdempotent || statement.IsRead };

    private static HttpClient CreateHttp() => new(CreateHandler()) { Timeout = Timeout.InfiniteTimeSpan };

    private static HttpClient CreateHttp(DelegatingHandler through)
    {
        ArgumentNullException.ThrowIfNull(through);
        through.InnerHandler = CreateHandler();
        return new HttpClient(through) { Timeout = Timeout.InfiniteTimeSpan };
    }

    private static SocketsHttpHandler CreateHandler() => new()
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        // A result that is not read to its end is dropped rather than drained, so that the engine notices.
        ResponseDrainTimeout = TimeSpan.FromMilliseconds(100),
        MaxResponseDrainSize = 64 * 1024,
        // So that a server that moved to another address is found by its name.
        PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        // Shorter than the ten seconds after which a ClickHouse server closes an idle connection by default.
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(5),
    };
}
