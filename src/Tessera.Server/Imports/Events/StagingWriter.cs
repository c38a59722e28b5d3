using System.Threading.Channels;
using Tessera.ClickHouse;
using Tessera.Server.Imports.Publishing;

namespace Tessera.Server.Imports.Events;

/// <summary>Writes events and traits into their staging tables side by side, in constant memory.</summary>
internal sealed class StagingWriter : IAsyncDisposable
{
    private const int MostWaiting = 4096;

    private readonly CancellationTokenSource stop;
    private readonly Lane<StagedEvent> events;
    private readonly Lane<StagedTrait> traits;

    public StagingWriter(ClickHouseClient client, CancellationToken cancellationToken)
    {
        stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        events = new Lane<StagedEvent>(client, StagingArea.Events, stop);
        traits = new Lane<StagedTrait>(client, StagingArea.Traits, stop);
    }

    public ValueTask AddAsync(StagedEvent call) => events.AddAsync(call);

    public ValueTask AddAsync(StagedTrait trait) => traits.AddAsync(trait);

    /// <summary>Waits until everything is stored.</summary>
    /// <returns>How many events and traits were.</returns>
    public async Task<(long Events, long Traits)> CompleteAsync()
    {
        events.Complete();
        traits.Complete();

        // The first failure is the one to tell; the others are its consequences.
        await Task.WhenAll(events.Done, traits.Done);
        return (await events.Done, await traits.Done);
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await ((Task)Task.WhenAll(events.Done, traits.Done)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }

    private sealed class Lane<T>
    {
        private readonly Channel<T> waiting = Channel.CreateBounded<T>(new BoundedChannelOptions(MostWaiting) { SingleReader = true, SingleWriter = true });
        private readonly CancellationTokenSource stop;

        public Lane(ClickHouseClient client, string table, CancellationTokenSource stop)
        {
            this.stop = stop;
            Done = InsertAsync(client, table);
        }

        public Task<long> Done { get; }

        public async ValueTask AddAsync(T row)
        {
            while (!waiting.Writer.TryWrite(row))
            {
                try
                {
                    await waiting.Writer.WaitToWriteAsync(stop.Token);
                }
                catch (OperationCanceledException) when (Done.IsFaulted)
                {
                    await Done;
                }
            }
        }

        public void Complete() => waiting.Writer.TryComplete();

        private async Task<long> InsertAsync(ClickHouseClient client, string table)
        {
            await Task.Yield();
            try
            {
                return (await client.InsertAsync(table, waiting.Reader.ReadAllAsync(stop.Token), StagingArea.Batches, stop.Token)).Rows;
            }
            catch
            {
                // Lets whoever fills the lanes notice.
                await stop.CancelAsync();
                throw;
            }
        }
    }
}
