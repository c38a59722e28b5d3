using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Tessera.Engine.Tests.Http;
using Tessera.Testing;

namespace Tessera.Engine.Tests.Supervision;

public sealed class DurabilityTests
{
    private const int Rounds = 4;
    private const int RowsInBatch = 1000;

    [Fact]
    public async Task Insert_RetriedAcrossKills_CountsEveryBatchOnce()
    {
        using var directory = new TemporaryDirectory();
        await using var supervisor = new EngineSupervisor(
            new EngineOptions { DataDirectory = directory.Combine("engine"), MemoryBytes = 768L * 1024 * 1024, Connections = 2 },
            TimeProvider.System,
            NullLogger<EngineSupervisor>.Instance);
        await supervisor.StartAsync(CancellationToken.None);
        using var http = EngineSupervisorTests.Client(supervisor);
        (await http.PostAsync(
            "CREATE TABLE batches (batch UInt32, n UInt32) ENGINE = MergeTree ORDER BY batch "
            + "SETTINGS non_replicated_deduplication_window = 1000, fsync_after_insert = 1, fsync_part_directory = 1")).Ok();
        var random = new Random(20111209);
        var batches = 0;

        for (var round = 0; round < Rounds; round++)
        {
            // The kill strikes while some batch after this many is on its way.
            var before = random.Next(1, 40);
            for (var i = 0; i < before; i++)
            {
                await InsertUntilAcknowledgedAsync(http, batches++);
            }

            var restarted = EngineSupervisorTests.NextAsync(supervisor, EngineStatus.Ready);
            Task[] underWay = [.. Enumerable.Range(0, 3).Select(_ => InsertUntilAcknowledgedAsync(http, batches++))];
            EngineSupervisorTests.Kill(supervisor);
            await restarted;
            await Task.WhenAll(underWay);
        }

        var wrong = (await http.PostAsync(
            $"SELECT count() FROM (SELECT batch, count() AS rows, uniqExact(n) AS different FROM batches GROUP BY batch HAVING rows != {RowsInBatch} OR different != {RowsInBatch})")).Ok();
        wrong.ShouldBe("0\n");
        (await http.PostAsync("SELECT uniqExact(batch) FROM batches")).Ok().ShouldBe(FormattableString.Invariant($"{batches}\n"));
        supervisor.State.Restarts.ShouldBe(Rounds);
    }

    private static async Task InsertUntilAcknowledgedAsync(HttpClient http, int batch)
    {
        var rows = new StringBuilder();
        for (var n = 0; n < RowsInBatch; n++)
        {
            rows.Append(CultureInfo.InvariantCulture, $"{batch}\t{n}\n");
        }

        var data = Encoding.UTF8.GetBytes(rows.ToString());
        while (true)
        {
            try
            {
                var answer = await http.InsertAsync("INSERT INTO batches FORMAT TSV", data, FormattableString.Invariant($"insert_deduplication_token=batch-{batch}"));
                answer.Ok();
                return;
            }
            catch (Exception failure) when (failure is HttpRequestException or SocketException)
            {
                // Killed meanwhile: whether the batch is in is not known, so it is sent again with the same token.
            }
        }
    }
}
