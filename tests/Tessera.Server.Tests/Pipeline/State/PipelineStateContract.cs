using Tessera.Server.Pipeline.State;

namespace Tessera.Server.Tests.Pipeline.State;

/// <summary>What every memory of the pipeline must do, whatever it is made of.</summary>
public abstract class PipelineStateContract : IAsyncLifetime
{
    private const int Plenty = 1_000_000;

    private protected IPipelineState State { get; private set; } = null!;

    public async Task InitializeAsync() => State = await OpenAsync("one log");

    public async Task DisposeAsync() => await State.DisposeAsync();

    /// <summary>Opens the state of this test: a new one at first, the same one whenever it is asked again.</summary>
    private protected abstract Task<IPipelineState> OpenAsync(string logId);

    [Fact]
    public async Task Load_New_BeginsAtZero()
    {
        (await State.LoadAsync(2, CancellationToken.None)).ShouldBe(new PartitionProgress(0, 0, null));
        (await MessagesAsync(2)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Begin_ThenReopened_KnowsTheRangeAndNotTheMessages()
    {
        await State.BeginAsync(1, new LogRange(1, 9), CancellationToken.None);
        await ReopenAsync();
        (await State.LoadAsync(1, CancellationToken.None)).ShouldBe(new PartitionProgress(0, 0, new LogRange(1, 9)));
        (await MessagesAsync(1)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Complete_ThenReopened_KnowsPositionAndMessages()
    {
        await DoAsync(1, new LogRange(1, 9), 11, 12);
        await DoAsync(1, new LogRange(10, 12), 13);
        await DoAsync(3, new LogRange(1, 1), 99);
        await State.BeginAsync(1, new LogRange(13, 20), CancellationToken.None);
        await ReopenAsync();
        (await State.LoadAsync(1, CancellationToken.None)).ShouldBe(new PartitionProgress(12, 12, new LogRange(13, 20)));
        (await State.LoadAsync(3, CancellationToken.None)).ShouldBe(new PartitionProgress(1, 1, null));
        (await MessagesAsync(1)).ShouldBe([11, 12, 13]);
        (await MessagesAsync(3)).ShouldBe([99]);
    }

    [Fact]
    public async Task Complete_WithoutMessages_MovesOn()
    {
        await DoAsync(0, new LogRange(1, 5));
        (await State.LoadAsync(0, CancellationToken.None)).Position.ShouldBe(5);
    }

    [Fact]
    public async Task Complete_BeforeItIsWrittenWhoWasSeen_KnowsThroughWhereItIs()
    {
        await DoAsync(1, new LogRange(1, 9));
        foreach (var (range, isSeenWritten, through) in new[] { (new LogRange(10, 12), false, 9), (new LogRange(13, 14), false, 9), (new LogRange(15, 20), true, 20), (new LogRange(21, 22), false, 20) })
        {
            await State.BeginAsync(1, range, CancellationToken.None);
            await State.CompleteAsync(1, range, [], Plenty, isSeenWritten, CancellationToken.None);
            await ReopenAsync();
            (await State.LoadAsync(1, CancellationToken.None)).ShouldBe(new PartitionProgress(range.Last, through, null));
        }

        await State.BeginAsync(2, new LogRange(1, 3), CancellationToken.None);
        await State.CompleteAsync(2, new LogRange(1, 3), [], Plenty, isSeenWritten: false, CancellationToken.None);
        (await State.LoadAsync(2, CancellationToken.None)).ShouldBe(new PartitionProgress(3, 0, null));
    }

    [Fact]
    public async Task Complete_MoreMessagesThanAreKept_ForgetsTheOldestGroups()
    {
        for (var number = 0; number < 10; number++)
        {
            await DoKeepingAsync(5, 0, new LogRange((number * 2) + 1, (number * 2) + 2), (UInt128)(number * 2), (UInt128)((number * 2) + 1));
        }

        (await MessagesAsync(0)).ShouldBe([14, 15, 16, 17, 18, 19]);
    }

    [Fact]
    public async Task Open_ForTheSameLog_KeepsItsName_ForAnotherLogBeginsAnew()
    {
        await DoAsync(0, new LogRange(1, 5), 7);
        var id = State.Id;
        await ReopenAsync();
        State.Id.ShouldBe(id);
        await ReopenAsync("another log");
        (State.Id == id).ShouldBeFalse();
        (await State.LoadAsync(0, CancellationToken.None)).ShouldBe(new PartitionProgress(0, 0, null));
        (await MessagesAsync(0)).ShouldBe([7], "a message that is sent again is known whichever log it came through");
    }

    private Task DoAsync(int partition, LogRange range, params UInt128[] messages) => DoKeepingAsync(Plenty, partition, range, messages);

    private async Task DoKeepingAsync(int kept, int partition, LogRange range, params UInt128[] messages)
    {
        await State.BeginAsync(partition, range, CancellationToken.None);
        await State.CompleteAsync(partition, range, messages, kept, isSeenWritten: true, CancellationToken.None);
    }

    private async Task<List<UInt128>> MessagesAsync(int partition)
    {
        var all = new List<UInt128>();
        await foreach (var group in State.LoadMessagesAsync(partition, CancellationToken.None))
        {
            all.AddRange(group);
        }

        return all;
    }

    private async Task ReopenAsync(string logId = "one log")
    {
        await State.DisposeAsync();
        State = await OpenAsync(logId);
    }
}
