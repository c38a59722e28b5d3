using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Tessera.Engine.Tests.Http;
using Tessera.Testing;

namespace Tessera.Engine.Tests.Supervision;

/// <summary>An engine with the memory of a 1 GB machine, under statements that want more.</summary>
public sealed class MemoryBoundTests
{
    private const long Given = 768L * 1024 * 1024;

    // What the library counts is less than what is resident; together it must leave room beside it on a machine with 1 GB.
    private const long MostResident = 960L * 1024 * 1024;

    [Fact]
    public async Task Statements_ThatWantMoreThanThereIs_SpillOrFailAndTheEngineLives()
    {
        using var directory = new TemporaryDirectory();
        await using var supervisor = new EngineSupervisor(
            new EngineOptions { DataDirectory = directory.Combine("engine"), MemoryBytes = Given, Connections = 2 }, TimeProvider.System, NullLogger<EngineSupervisor>.Instance);
        await supervisor.StartAsync(CancellationToken.None);
        using var http = EngineSupervisorTests.Client(supervisor);

        var grouped = (await http.PostAsync(
            "SELECT count(), sum(c) FROM (SELECT sipHash64(number % 5000000) AS k, count() AS c FROM numbers(10000000) GROUP BY k)")).Ok();
        var sorted = (await http.PostAsync(
            "SELECT x = (SELECT max(sipHash64(number)) FROM numbers(10000000)) FROM (SELECT sipHash64(number) AS x FROM numbers(10000000)) ORDER BY x LIMIT 1 OFFSET 9999999")).Ok();
        var refused = await http.PostAsync("SELECT length(groupArray(sipHash64(number))) FROM numbers(200000000)");
        var spilled = (await http.PostAsync("SELECT sumIf(value, event = 'ExternalAggregationWritePart') > 0 FROM system.events")).Ok();

        grouped.ShouldBe("5000000\t10000000\n");
        sorted.ShouldBe("1\n");
        refused.Code.ShouldBe(241, refused.Text);
        spilled.ShouldBe("1\n");
        (await http.PostAsync("SELECT 1")).Ok().ShouldBe("1\n");
        supervisor.State.Restarts.ShouldBe(0);
        MostResidentBytes(supervisor.State.ProcessId!.Value).ShouldBeLessThan(MostResident);
    }

    private static long MostResidentBytes(int process)
    {
        if (!OperatingSystem.IsLinux())
        {
            using var found = Process.GetProcessById(process);
            return found.PeakWorkingSet64;
        }

        string line = File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return long.Parse(line["VmHWM:".Length..^"kB".Length].Trim(), CultureInfo.InvariantCulture) * 1024;
    }
}
