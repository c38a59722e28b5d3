using System.Buffers;
using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Tessera.Server.Ingestion.Contracts;

namespace Tessera.Server.Tests.Ingestion.Log;

/// <summary>What every event log must do, whatever it is made of.</summary>
public abstract class EventLogContract : IAsyncLifetime
{
    private protected const long Plenty = 64 << 20;
    private static readonly DateTimeOffset Later = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private protected IEventLog Log { get; private set; } = null!;

    public async Task InitializeAsync() => Log = await OpenAsync();

    public async Task DisposeAsync() => await Log.DisposeAsync();

    /// <summary>Opens the log of this test: a new one at first, the same one whenever it is asked again.</summary>
    /// <param name="queueBytes">How much may wait to become durable.</param>
    private protected abstract Task<IEventLog> OpenAsync(long queueBytes = Plenty);

    [Fact]
    public async Task Read_AfterAppend_GivesTheSameBytesInOrder()
    {
        await AppendAsync((1, "a"), (1, ""), (1, "c"));
        await AppendAsync((1, "d"));
        (await TextsAsync(PartitionOf(1))).ShouldBe(["1:a", "2:", "3:c", "4:d"]);
    }

    [Fact]
    public async Task Append_RecordsOfOneKey_StayInOnePartition()
    {
        for (var key = 0UL; key < 64; key++)
        {
            await AppendAsync((key, $"{key}-first"));
            await AppendAsync((key, $"{key}-second"));
        }

        foreach (var partition in Enumerable.Range(0, Log.Partitions))
        {
            var records = (await TextsAsync(partition)).Select(text => text.Split(':')[1]).ToList();
            records.Count.ShouldBeGreaterThan(0);
            records.Where(text => text.EndsWith("-first", StringComparison.Ordinal)).Select(text => text.Split('-')[0])
                .ShouldBe(records.Where(text => text.EndsWith("-second", StringComparison.Ordinal)).Select(text => text.Split('-')[0]));
        }
    }

    [Fact]
    public async Task Reopen_EverythingAcknowledged_IsThereAndPositionsGoOn()
    {
        await AppendAsync((1, "a"), (1, "b"));
        var id = Log.Id;
        await ReopenAsync();
        Log.Id.ShouldBe(id);
        Log.LastPosition(PartitionOf(1)).ShouldBe(2);
        await AppendAsync((1, "c"));
        (await TextsAsync(PartitionOf(1))).ShouldBe(["1:a", "2:b", "3:c"]);
    }

    [Fact]
    public async Task Replace_SomeRecords_KeepsPositionsAndTheOthers()
    {
        await AppendAsync((1, "keep"), (1, "secret"), (1, "keep"));
        await AppendAsync((1, "secret"), (1, "secret"));
        byte[]? Replacement(ReadOnlyMemory<byte> record) => Encoding.UTF8.GetString(record.Span) == "secret" ? Encoding.UTF8.GetBytes("gone without trace") : null;

        (await Log.ReplaceAsync(PartitionOf(1), after: 0, through: 4, Replacement, CancellationToken.None)).ShouldBe(2);
        (await TextsAsync(PartitionOf(1))).ShouldBe(["1:keep", "2:gone without trace", "3:keep", "4:gone without trace", "5:secret"]);
        (await Log.ReplaceAsync(PartitionOf(1), after: 0, through: 4, Replacement, CancellationToken.None)).ShouldBe(0);
        await ReopenAsync();
        (await TextsAsync(PartitionOf(1))).ShouldBe(["1:keep", "2:gone without trace", "3:keep", "4:gone without trace", "5:secret"]);
        await AppendAsync((1, "more"));
        (await TextsAsync(PartitionOf(1), after: 5)).ShouldBe(["6:more"]);
    }

    [Fact]
    public async Task Read_BetweenPositions_GivesThoseOnly()
    {
        await AppendAsync((1, "a"), (1, "b"), (1, "c"));
        await AppendAsync((1, "d"), (1, "e"));
        (await TextsAsync(PartitionOf(1), after: 1, through: 4)).ShouldBe(["2:b", "3:c", "4:d"]);
        (await TextsAsync(PartitionOf(1), after: 5)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Read_WithALimit_GivesAtLeastOneRecordAndThenStops()
    {
        for (var index = 0; index < 10; index++)
        {
            await AppendAsync((1, new string('x', 1000)));
        }

        var read = new List<long>();
        while ((await Log.ReadAsync(PartitionOf(1), read.LastOrDefault(), long.MaxValue, 1, CancellationToken.None)) is { Count: > 0 } some)
        {
            some.Count.ShouldBeLessThan(10);
            read.AddRange(some.Select(record => record.Position));
        }

        read.ShouldBe(Enumerable.Range(1, 10).Select(position => (long)position));
    }

    [Fact]
    public async Task Wait_CompletesWhenARecordFollows()
    {
        var partition = PartitionOf(1);
        var waiting = Log.WaitAsync(partition, 0, CancellationToken.None).AsTask();
        waiting.IsCompleted.ShouldBeFalse();
        await AppendAsync((1, "a"), (1, "b"));
        (await waiting).ShouldBe(2);
        (await Log.WaitAsync(partition, 1, CancellationToken.None)).ShouldBe(2);
    }

    [Fact]
    public async Task Wait_Cancelled_Ends()
    {
        using var cancellation = new CancellationTokenSource();
        var waiting = Log.WaitAsync(0, 0, cancellation.Token).AsTask();
        await cancellation.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(waiting);
    }

    [Fact]
    public async Task Append_ByManyAtOnce_GivesEveryRecordOnePosition()
    {
        await Task.WhenAll(Enumerable.Range(0, 200).Select(sender => Task.Run(() =>
            AppendAsync(((ulong)sender, $"{sender}.1"), ((ulong)sender, $"{sender}.2")))));
        var all = new List<string>();
        foreach (var partition in Enumerable.Range(0, Log.Partitions))
        {
            var texts = await TextsAsync(partition);
            texts.Select(text => text.Split(':')[0]).ShouldBe(Enumerable.Range(1, texts.Count).Select(position => position.ToString(CultureInfo.InvariantCulture)));
            all.AddRange(texts.Select(text => text.Split(':')[1]));
        }

        all.Order(StringComparer.Ordinal).ShouldBe(
            Enumerable.Range(0, 200).SelectMany(sender => new[] { $"{sender}.1", $"{sender}.2" }).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Append_MoreThanTheQueueTakes_IsRefusedAndNothingOfItStored()
    {
        await Log.DisposeAsync();
        Log = await OpenAsync(queueBytes: 1000);
        await AppendAsync((1, new string('x', 900)));
        await Should.ThrowAsync<LogFullException>(() => AppendAsync((1, new string('y', 1001))));
        Log.QueuedBytes.ShouldBe(0);
        await AppendAsync((1, "z"));
        (await TextsAsync(PartitionOf(1))).Select(text => text[..3]).ShouldBe(["1:x", "2:z"]);
    }

    [Fact]
    public async Task Append_AnEmptyBatch_ChangesNothing()
    {
        await AppendAsync();
        Enumerable.Range(0, Log.Partitions).ShouldAllBe(partition => Log.LastPosition(partition) == 0);
    }

    [Fact]
    public async Task Trim_ForgetsUpToThePosition_AndPositionsGoOn()
    {
        var partition = PartitionOf(1);
        await AppendAsync((1, "a"), (1, "b"));
        await AppendAsync((1, "c"));
        (await Log.TrimAsync(partition, 1, Later)).ShouldBe(0, "records that were appended together go together");
        (await Log.TrimAsync(partition, 2, Later)).ShouldBe(2);
        (await TextsAsync(partition)).ShouldBe(["3:c"]);
        (await Log.TrimAsync(partition, 3, Later)).ShouldBe(1);
        await ReopenAsync();
        Log.LastPosition(partition).ShouldBe(3);
        await AppendAsync((1, "d"));
        (await TextsAsync(partition)).ShouldBe(["4:d"]);
    }

    [Fact]
    public async Task Trim_RecordsThatAreNotOldEnough_Stay()
    {
        await AppendAsync((1, "a"));
        (await Log.TrimAsync(PartitionOf(1), 1, DateTimeOffset.UnixEpoch)).ShouldBe(0);
        (await TextsAsync(PartitionOf(1))).ShouldBe(["1:a"]);
    }

    [Fact]
    public void Append_AnyBatches_AreReadBackAsTheyWere() => Prop.ForAll(
        Gen.Choose(0, 5).ListOf().ListOf().ToArbitrary(),
        batches =>
        {
            // One log for all cases: each is read from where the one before ended.
            var start = Enumerable.Range(0, Log.Partitions).Select(Log.LastPosition).ToArray();
            var expected = new Dictionary<int, List<string>>();
            var number = 0;
            foreach (var batch in batches)
            {
                var records = batch.Select(key => ((ulong)key, $"{number++}")).ToArray();
                AppendAsync(records).GetAwaiter().GetResult();
                foreach (var (key, text) in records)
                {
                    (expected.TryGetValue(PartitionOf(key), out var list) ? list : expected[PartitionOf(key)] = []).Add(text);
                }
            }

            foreach (var partition in Enumerable.Range(0, Log.Partitions))
            {
                TextsAsync(partition, start[partition]).GetAwaiter().GetResult().Select(text => text.Split(':')[1])
                    .ShouldBe(expected.GetValueOrDefault(partition, []));
            }
        }).QuickCheckThrowOnFailure();

    private protected int PartitionOf(ulong key) => (int)(key % (ulong)Log.Partitions);

    private protected async Task AppendAsync(params (ulong Key, string Text)[] records)
    {
        using var batch = new LogBatch();
        foreach (var (key, text) in records)
        {
            batch.Write(Encoding.UTF8.GetBytes(text));
            batch.Complete(key);
        }

        await Log.AppendAsync(batch);
    }

    private protected async Task ReopenAsync()
    {
        await Log.DisposeAsync();
        Log = await OpenAsync();
    }

    private protected async Task<IReadOnlyList<string>> TextsAsync(int partition, long after = 0, long through = long.MaxValue) =>
        [.. (await Log.ReadAsync(partition, after, through, Plenty, CancellationToken.None))
            .Select(record => string.Create(CultureInfo.InvariantCulture, $"{record.Position}:{Encoding.UTF8.GetString(record.Bytes.Span)}"))];
}
