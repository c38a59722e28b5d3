using System.Globalization;
using System.Text;
using System.Text.Json;
using Tessera.Simulation.Tests.Support;

namespace Tessera.Simulation.Tests;

public sealed class SimulationWriterTests
{
    /// <summary>Segment refuses single calls of more than 32 KB.</summary>
    private const int LargestCallBytes = 32 * 1024;

    [Theory]
    [InlineData(Simulate.DesignSaas)]
    [InlineData(Simulate.Shop)]
    public void Write_SameSeed_IsTheSameBytes(string scenario) =>
        Simulate.Hash(Simulate.Small(scenario)).ShouldBe(Simulate.Hash(Simulate.Small(scenario)));

    /// <summary>More than one block of customers and more than one batch of calls a day, so that threads have something to share.</summary>
    [Theory]
    [InlineData(Simulate.DesignSaas, 4500, 4)]
    [InlineData(Simulate.Shop, 9000, 6)]
    public void Write_AnyNumberOfThreads_IsTheSameBytes(string scenario, int customers, int days)
    {
        var alone = Simulate.Hash(Simulate.Small(scenario, customers, days));

        Simulate.Hash(Simulate.Small(scenario, customers, days, threads: 2)).ShouldBe(alone);
        Simulate.Hash(Simulate.Small(scenario, customers, days, threads: 5)).ShouldBe(alone);
    }

    [Theory]
    [InlineData(Simulate.DesignSaas)]
    [InlineData(Simulate.Shop)]
    public void Write_OtherSeed_IsOtherBytes(string scenario) =>
        Simulate.Hash(Simulate.Small(scenario, seed: 2)).ShouldNotBe(Simulate.Hash(Simulate.Small(scenario)), StringComparer.Ordinal);

    /// <summary>
    /// The very bytes, recorded. They may change with the model, on purpose, never with the machine, the runtime or a refactoring.
    /// If this fails after a change that was not meant to change the simulation, the change is wrong.
    /// </summary>
    [Theory]
    [InlineData(Simulate.DesignSaas, "97c1ad5e8a5f04285ece11b9470dffb06b0e23cba3541b16f36c8ec25e02e57e")]
    [InlineData(Simulate.Shop, "295d13b7c01bc4a45d39966c9c8871d5ba5fcfdcdddef3b56c6895d05be10e74")]
    public void Write_RecordedRun_IsTheSameBytesAsEver(string scenario, string hash) =>
        Simulate.Hash(Simulate.Small(scenario, customers: 60, days: 45, seed: 7)).ShouldBe(hash);

    /// <summary>Customer number i does and is the same, however many others there are.</summary>
    [Theory]
    [InlineData(Simulate.DesignSaas)]
    [InlineData(Simulate.Shop)]
    public void Write_FewerCustomers_IsPartOfTheLargerRun(string scenario)
    {
        var small = Simulate.Small(scenario, customers: 50);
        var large = small with { Customers = 137 };

        var kept = Simulate.Lines(large).Where(line => CustomerOf(line) < small.Customers);

        Differences.First(kept, Simulate.Lines(small)).ShouldBeNull();
        Simulate.Write(large).Truth.ShouldStartWith(Simulate.Write(small).Truth);
    }

    [Theory]
    [InlineData(Simulate.DesignSaas)]
    [InlineData(Simulate.Shop)]
    public void Write_EveryLine_IsACallWithinTheLimitsOfTheTrackingApi(string scenario)
    {
        var options = Simulate.Small(scenario);
        string[] types = ["track", "page", "screen", "identify", "group"];
        foreach (var line in Simulate.Lines(options))
        {
            Encoding.UTF8.GetByteCount(line).ShouldBeLessThan(LargestCallBytes);
            using var json = JsonDocument.Parse(line);
            var call = json.RootElement;
            var type = call.GetProperty("type").GetString()!;
            Array.IndexOf(types, type).ShouldBeGreaterThanOrEqualTo(0);
            call.GetProperty("messageId").GetString().ShouldNotBeNullOrEmpty();
            (call.TryGetProperty("userId", out _) || call.TryGetProperty("anonymousId", out _)).ShouldBeTrue(line);
            call.GetProperty("context").ValueKind.ShouldBe(JsonValueKind.Object);
            call.GetProperty(type is "identify" or "group" ? "traits" : "properties").ValueKind.ShouldBe(JsonValueKind.Object);
            call.TryGetProperty("event", out _).ShouldBe(type == "track");
            call.TryGetProperty("name", out _).ShouldBe(type is "page" or "screen");
            call.TryGetProperty("groupId", out _).ShouldBe(type == "group");
            Names(call).Distinct(StringComparer.Ordinal).Count().ShouldBe(Names(call).Count(), line);
        }
    }

    [Theory]
    [InlineData(Simulate.DesignSaas)]
    [InlineData(Simulate.Shop)]
    public void Write_Timestamps_AreUtcInMillisecondsInOrderAndWithinTheDays(string scenario)
    {
        var options = Simulate.Small(scenario) with { Start = new DateOnly(2024, 2, 20) };

        var times = Simulate.Lines(options).Select(line => Property(line, "timestamp")).ToArray();

        Should.NotThrow(() => times.Select(time => DateTimeOffset.ParseExact(
            time, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)).ToArray());
        Differences.First(times, times.Order(StringComparer.Ordinal)).ShouldBeNull();
        string.CompareOrdinal(times[0], "2024-02-20T00:00:00.000Z").ShouldBeGreaterThanOrEqualTo(0);
        string.CompareOrdinal(times[^1], "2024-04-20T00:00:00.000Z").ShouldBeLessThan(0);
    }

    [Theory]
    [InlineData(Simulate.DesignSaas)]
    [InlineData(Simulate.Shop)]
    public void Write_MessageIds_AreUniqueAndOtherWithAnotherSeed(string scenario)
    {
        var ids = Simulate.Lines(Simulate.Small(scenario)).Select(line => Property(line, "messageId")).ToHashSet(StringComparer.Ordinal);

        ids.Count.ShouldBe(Simulate.Lines(Simulate.Small(scenario)).Length);
        Simulate.Lines(Simulate.Small(scenario, seed: 2)).Select(line => Property(line, "messageId")).ShouldAllBe(id => !ids.Contains(id));
    }

    /// <summary>Every customer is identified, and before anything else is sent in their name.</summary>
    [Theory]
    [InlineData(Simulate.DesignSaas)]
    [InlineData(Simulate.Shop)]
    public void Write_EveryCustomer_IsIdentifiedFirst(string scenario)
    {
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        var anonymous = new HashSet<string>(StringComparer.Ordinal);
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in Simulate.Lines(Simulate.Small(scenario)))
        {
            using var json = JsonDocument.Parse(line);
            var hasDevice = json.RootElement.TryGetProperty("anonymousId", out var device);
            if (json.RootElement.TryGetProperty("userId", out var user))
            {
                first.TryAdd(user.GetString()!, Property(line, "type"));
                _ = hasDevice && known.Add(device.GetString()!);
            }
            else
            {
                anonymous.Add(device.GetString()!);
            }
        }

        first.Count.ShouldBe(120);
        first.Values.ShouldAllBe(type => type == "identify");
        anonymous.Intersect(known, StringComparer.Ordinal).ShouldNotBeEmpty("some visitors become customers on the same device");
    }

    [Theory]
    [InlineData(Simulate.DesignSaas)]
    [InlineData(Simulate.Shop)]
    public void Write_Truth_HasALinePerCustomerWithWhatIsPromised(string scenario)
    {
        var options = Simulate.Small(scenario);
        var archetypes = Scenario.Find(scenario).Archetypes.Select(archetype => archetype.Name).ToHashSet(StringComparer.Ordinal);

        var lines = Simulate.Write(options).Truth.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        lines[0].ShouldBe("user_id,archetype,churned_at,next_year_revenue");
        lines.Length.ShouldBe(options.Customers + 1);
        foreach (var cells in lines.Skip(1).Select(line => line.Split(',')))
        {
            archetypes.Contains(cells[1]).ShouldBeTrue(cells[1]);
            (cells[2].Length is 0 or 24).ShouldBeTrue(cells[2]);
            decimal.Parse(cells[3], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture).ShouldBeGreaterThanOrEqualTo(0);
        }

        Simulator.Truth(options).Select(truth => truth.UserId).ShouldBe(lines.Skip(1).Select(line => line.Split(',')[0]));
    }

    [Fact]
    public void Write_Summary_CountsWhatWasWritten()
    {
        using var calls = new MemoryStream();
        using var truth = new StringWriter();
        var reports = new List<SimulationProgress>();

        var summary = SimulationWriter.Write(Simulate.Small(Simulate.Shop), calls, truth, new Collector(reports));

        summary.Customers.ShouldBe(120);
        summary.Bytes.ShouldBe(calls.Length);
        summary.Calls.ShouldBe(Encoding.UTF8.GetString(calls.ToArray()).Count(letter => letter == '\n'));
        reports.Select(report => report.Fraction).ShouldBe(reports.Select(report => report.Fraction).Order());
        reports[^1].Fraction.ShouldBe(1);
        reports[^1].Calls.ShouldBe(summary.Calls);
    }

    [Fact]
    public void Write_Cancelled_Stops()
    {
        using var stop = new CancellationTokenSource();
        using var calls = new MemoryStream();
        var stopAfterADay = new Stopper(stop);

        Should.Throw<OperationCanceledException>(() =>
            SimulationWriter.Write(Simulate.Small(Simulate.DesignSaas), calls, TextWriter.Null, stopAfterADay, stop.Token));

        stopAfterADay.Reports.ShouldBe(1);
    }

    [Fact]
    public void Write_StreamThatRefuses_FailsWithItsReason()
    {
        using var full = new MemoryStream(new byte[1000]);

        Should.Throw<NotSupportedException>(() => SimulationWriter.Write(Simulate.Small(Simulate.Shop), full, TextWriter.Null));
    }

    /// <summary>One day is the shortest run there is; nobody can sign up in it, but all customers from before are there.</summary>
    [Theory]
    [InlineData(Simulate.DesignSaas, 1)]
    [InlineData(Simulate.DesignSaas, 2)]
    [InlineData(Simulate.DesignSaas, 3)]
    [InlineData(Simulate.Shop, 1)]
    public void Write_FewDays_StillShowsEverybody(string scenario, int days) => Simulate.Lines(Simulate.Small(scenario, days: days))
        .Select(line => Property(line, "userId")).Where(id => id.Length > 0).Distinct(StringComparer.Ordinal).Count().ShouldBe(120);

    [Theory]
    [InlineData(Simulate.DesignSaas)]
    [InlineData(Simulate.Shop)]
    public void Calls_AreTheLinesOfTheFile(string scenario)
    {
        var options = Simulate.Small(scenario, customers: 30);

        var calls = Simulator.Calls(options).ToArray();

        Differences.First(calls.Select(call => Encoding.UTF8.GetString(call.Json.Span)), Simulate.Lines(options)).ShouldBeNull();
        calls.Count(call => !Matches(call)).ShouldBe(0);
    }

    private static bool Matches(TrackingCall call)
    {
        using var json = JsonDocument.Parse(call.Json);
        var name = call.Type is TrackingCallType.Track ? "event" : "name";
        return json.RootElement.GetProperty("timestamp").GetDateTimeOffset() == call.Timestamp
            && string.Equals(json.RootElement.GetProperty("type").GetString(), call.Type.ToString(), StringComparison.OrdinalIgnoreCase)
            && (json.RootElement.TryGetProperty("userId", out var user) ? user.GetString() : null) == call.UserId
            && (json.RootElement.TryGetProperty(name, out var text) ? text.GetString() : null) == call.Name;
    }

    /// <summary>The customer's number is the second part of the message id.</summary>
    private static int CustomerOf(string line) => int.Parse(Property(line, "messageId").Split('-')[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static string Property(string line, string name)
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.TryGetProperty(name, out var value) ? value.GetString()! : "";
    }

    private static IEnumerable<string> Names(JsonElement call) => call.EnumerateObject().Select(property => property.Name);

    private sealed class Collector(List<SimulationProgress> reports) : IProgress<SimulationProgress>
    {
        public void Report(SimulationProgress value) => reports.Add(value);
    }

    private sealed class Stopper(CancellationTokenSource stop) : IProgress<SimulationProgress>
    {
        public int Reports { get; private set; }

        public void Report(SimulationProgress value)
        {
            Reports++;
            stop.Cancel();
        }
    }
}
