using System.Buffers;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Tessera.Server.Hosting;
using Tessera.Server.Ingestion.Contracts;
using Tessera.Server.Ingestion.Log;
using Tessera.Testing;

namespace Tessera.Server.Tests.Ingestion.Log;

/// <summary>The log in a SQLite file, and what is special about it: its lock, and a process that is killed while it writes.</summary>
public sealed class SqliteEventLogTests : EventLogContract, IDisposable
{
    private readonly TemporaryDirectory folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Open_ASecondTime_IsRefusedWithASentence()
    {
        var refusal = Should.Throw<TesseraException>(() => Open(folder.Combine("log.db")));
        refusal.Message.ShouldContain("another process");
        await AppendAsync((1, "the first writer goes on"));
        (await TextsAsync(PartitionOf(1))).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Append_WhenAnotherWriterTookThePosition_FailsAndStoresNothing()
    {
        await AppendAsync((1, "a"));
        await using (var stranger = new SqliteConnection($"Data Source={folder.Combine("log.db")};Pooling=false"))
        {
            await stranger.OpenAsync();
            await using var intrusion = stranger.CreateCommand();
            intrusion.CommandText = string.Create(
                CultureInfo.InvariantCulture, $"INSERT INTO chunks (partition, first, last, appended_at, data) VALUES ({PartitionOf(1)}, 2, 2, 0, x'0000000000')");
            await intrusion.ExecuteNonQueryAsync();
        }

        await Should.ThrowAsync<IOException>(() => AppendAsync((1, "b")));
        (await TextsAsync(PartitionOf(1))).ShouldNotContain(text => text.EndsWith(":b", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Read_FromBeforeWhatIsKeptInMemory_GivesEverythingOnce()
    {
        await using var log = Open(folder.Combine("small.db"), recentBytes: 200);
        for (var number = 0; number < 40; number++)
        {
            using var batch = new LogBatch();
            batch.Write(Encoding.UTF8.GetBytes($"record {number.ToString(CultureInfo.InvariantCulture)}"));
            batch.Complete(1);
            await log.AppendAsync(batch);
        }

        var partition = Enumerable.Range(0, log.Partitions).Single(one => log.LastPosition(one) == 40);
        for (var after = 0; after <= 40; after++)
        {
            var records = await log.ReadAsync(partition, after, through: 39, long.MaxValue, CancellationToken.None);
            records.Select(record => (record.Position, Encoding.UTF8.GetString(record.Bytes.Span)))
                .ShouldBe(Enumerable.Range(after, Math.Max(0, 39 - after)).Select(number => ((long)number + 1, $"record {number.ToString(CultureInfo.InvariantCulture)}")));
            (await log.ReadAsync(partition, after, through: 40, bytes: 1, CancellationToken.None)).Count.ShouldBe(after == 40 ? 0 : 1);
        }
    }

    [Fact]
    public async Task Kill_WhileAppending_LosesNothingAcknowledgedAndDoublesNothing()
    {
        var random = new Random(20_240_101);
        var acknowledged = new List<string>();
        for (var round = 0; round < 3; round++)
        {
            acknowledged.AddRange(await AppendUntilKilledAsync(round, random.Next(200, 2000)));
        }

        await using var log = Open(folder.Combine("crash.db"));
        var stored = new List<string>();
        for (var partition = 0; partition < log.Partitions; partition++)
        {
            var records = await log.ReadAsync(partition, 0, long.MaxValue, long.MaxValue, CancellationToken.None);
            records.Select(record => record.Position).ShouldBe(Enumerable.Range(1, records.Count).Select(position => (long)position));
            stored.AddRange(records.Select(record => Encoding.UTF8.GetString(record.Bytes.Span)));
        }

        acknowledged.Count.ShouldBeGreaterThan(600);
        stored.ToHashSet(StringComparer.Ordinal).Count.ShouldBe(stored.Count);
        acknowledged.Except(stored, StringComparer.Ordinal).ShouldBeEmpty();
    }

    private protected override Task<IEventLog> OpenAsync(long queueBytes = Plenty) => Task.FromResult<IEventLog>(Open(folder.Combine("log.db"), queueBytes));

    private static SqliteEventLog Open(string file, long queueBytes = 64 << 20, long recentBytes = 16 << 20)
    {
        var meters = new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>();
        return new SqliteEventLog(new EventLogOptions { File = file, QueueBytes = queueBytes, RecentBytes = recentBytes }, new LogMeter(meters), TimeProvider.System);
    }

    /// <summary>Runs this assembly as a program that appends and prints what was acknowledged, and kills it after so many lines.</summary>
    private async Task<List<string>> AppendUntilKilledAsync(int round, int lines)
    {
        var start = new ProcessStartInfo(
            "dotnet", [typeof(SqliteEventLogTests).Assembly.Location, "append", folder.Combine("crash.db"), round.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var child = Process.Start(start)!;
        var acknowledged = new List<string>();
        while (acknowledged.Count < lines && await child.StandardOutput.ReadLineAsync() is { } line)
        {
            acknowledged.Add(line);
        }

        child.Kill();
        while (await child.StandardOutput.ReadLineAsync() is { } line)
        {
            acknowledged.Add(line);
        }

        await child.WaitForExitAsync();

        // The last line may have been cut off in the middle; the newline is written after the id.
        return acknowledged.Count == 0 ? acknowledged : acknowledged[..^1];
    }
}
