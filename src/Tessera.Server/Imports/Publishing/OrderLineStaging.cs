using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Imports.Contracts;
using Tessera.Server.Imports.Jobs;
using Tessera.Server.Imports.Orders;

namespace Tessera.Server.Imports.Publishing;

/// <summary>Writes the order lines of one import into its staging table while they are read, in constant memory.</summary>
/// <remarks>
/// Lines are collected in blocks; two inserts run side by side and take the blocks as they fill up, so that reading, sending,
/// sorting and writing overlap.
/// </remarks>
internal sealed class OrderLineStaging : IAsyncDisposable
{
    private const int Lanes = 2;
    private const int Blocks = 6;
    private const int LinesPerBlock = 1 << 14;

    // Beyond this a lane begins another statement, so that none runs into its time limit.
    private const long LinesPerStatement = 4_000_000;

    private static readonly InsertOptions Options = new()
    {
        Timeout = TimeSpan.FromMinutes(30),
        Settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            // What becomes one part: large enough that there are few, small enough for an engine of a gigabyte.
            ["min_insert_block_size_bytes"] = "50000000",
            ["min_insert_block_size_rows"] = "1000000",
        },
    };

    private readonly ClickHouseClient client;
    private readonly string table;
    private readonly CancellationTokenSource stop;
    private readonly Channel<OrderLineBlock> free = Channel.CreateUnbounded<OrderLineBlock>();
    private readonly Channel<OrderLineBlock> full = Channel.CreateBounded<OrderLineBlock>(new BoundedChannelOptions(Blocks) { SingleWriter = true });
    private readonly List<OrderLineBlock> blocks;
    private readonly OrderNumbering numbering = new();
    private readonly Task inserting;
    private OrderLineBlock filling;
    private OrderLineBlock? held;
    private bool areStated;

    private OrderLineStaging(ClickHouseClient client, WorkspaceKey workspace, Guid import, CancellationToken cancellationToken)
    {
        this.client = client;
        table = StagingArea.LinesOf(import);
        stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        blocks = [.. Enumerable.Range(0, Blocks).Select(_ => new OrderLineBlock(workspace, import))];
        filling = blocks[0];
        foreach (var block in blocks.Skip(1))
        {
            free.Writer.TryWrite(block);
        }

        inserting = Task.WhenAll(Enumerable.Range(0, Lanes).Select(_ => Task.Run(InsertAsync, CancellationToken.None)));
    }

    /// <summary>How many lines were added.</summary>
    public long Lines { get; private set; }

    /// <summary>How far the lines are numbered, and with that classified; known once all are added.</summary>
    public LineNumbers Numbers => areStated ? LineNumbers.Stated : numbering.IsRight ? LineNumbers.Final : LineNumbers.Missing;

    /// <summary>Makes the staging table of an import and begins to write into it.</summary>
    public static async Task<OrderLineStaging> OpenAsync(
        ClickHouseClient client, StagingArea staging, WorkspaceKey workspace, Guid import, CancellationToken cancellationToken)
    {
        await staging.CreateLinesAsync(import, cancellationToken);
        return new OrderLineStaging(client, workspace, import, cancellationToken);
    }

    /// <summary>Adds a line of a table, which is copied. Identical lines of an order are numbered.</summary>
    public ValueTask AddAsync(StagedOrderLine line)
    {
        if (filling.Count >= LinesPerBlock)
        {
            return TurnOverAndAddAsync(line);
        }

        Lines++;
        numbering.Add(line, filling);
        return ValueTask.CompletedTask;
    }

    /// <summary>Adds a line that says its own number.</summary>
    public async ValueTask AddNumberedAsync(StagedOrderLine line)
    {
        areStated = true;
        if (filling.Count >= LinesPerBlock)
        {
            await TurnOverAsync();
        }

        Lines++;
        filling.Add(line, order: null);
    }

    /// <summary>Waits until everything is stored.</summary>
    /// <exception cref="ClickHouseException">Some of it could not be.</exception>
    public async Task CompleteAsync()
    {
        if (held is not null)
        {
            await SendAsync(held);
        }

        await SendAsync(filling);
        full.Writer.Complete();
        await inserting;
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        full.Writer.TryComplete();
        await inserting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
        foreach (var block in blocks)
        {
            block.Dispose();
        }
    }

    private async ValueTask TurnOverAndAddAsync(StagedOrderLine line)
    {
        await TurnOverAsync();
        await AddAsync(line);
    }

    // A block is held back while the next one is filled, so that orders may be mixed over as many lines as a block has.
    private async Task TurnOverAsync()
    {
        if (held is not null)
        {
            await SendAsync(held);
        }

        held = filling;
        try
        {
            filling = await free.Reader.ReadAsync(stop.Token);
        }
        catch (OperationCanceledException)
        {
            await StopAsync();
            throw;
        }
    }

    private async Task SendAsync(OrderLineBlock block)
    {
        numbering.Settle(block);
        try
        {
            await full.Writer.WriteAsync(block, stop.Token);
        }
        catch (OperationCanceledException)
        {
            await StopAsync();
            throw;
        }
    }

    // The lane that failed says why; the other was only stopped.
    private async Task StopAsync()
    {
        await inserting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (inserting.IsFaulted)
        {
            await inserting;
        }
    }

    private async Task InsertAsync()
    {
        try
        {
            while (await full.Reader.WaitToReadAsync(stop.Token))
            {
                await client.InsertBlocksAsync(table, TakeAsync(stop.Token), Options, stop.Token);
            }
        }
        catch
        {
            // Lets whoever fills the blocks notice.
            await stop.CancelAsync();
            throw;
        }
    }

    private async IAsyncEnumerable<RowBlock> TakeAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var lines = 0L;
        while (lines < LinesPerStatement && await full.Reader.WaitToReadAsync(cancellationToken))
        {
            while (lines < LinesPerStatement && full.Reader.TryRead(out var block))
            {
                lines += block.Count;
                yield return block.Rows;
                block.Rows.Clear();
                free.Writer.TryWrite(block);
            }
        }
    }
}
