using System.Globalization;
using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Segments;
using Tessera.Segments.Checking;
using Tessera.Segments.Sql;
using Tessera.Server.Segments.Rfm.Naming;
using Tessera.Server.Segments.Rules;
using Tessera.Server.Tests.Pipeline;

namespace Tessera.Server.Tests.Segments.Rules;

/// <summary>What the engine reads when segments are asked about.</summary>
[Collection(SharedServer.Name)]
public sealed class RuleStatementsTests(ServerFixture server)
{
    [Fact]
    public async Task Compile_ReadsNothingOfWhoMovedInOtherWorkspaces()
    {
        using var source = await TrackingClient.CreateAsync(server);
        await source.SendAsync(TrackingClient.Call("""{ "type": "track", "userId": "ada", "event": "Looked", "timestamp": "2024-01-01T00:00:00Z" }"""));
        using var other = await TrackingClient.CreateAsync(server);
        await source.Engine.ExecuteAsync(new Statement(
            "INSERT INTO identities (workspace, node_id, profile_id, version) SELECT {workspace:String}, reinterpretAsUUID(sipHash128(number)), reinterpretAsUUID(sipHash128(number + 1000000)), 1 FROM numbers(50000)")
            .With("workspace", other.Workspace));

        var read = await ReadAsync(source, "did \"Looked\" at least 2 times and plan is \"pro\" and entered segment \"champions\" in the last 7 days and consents to \"email\" and company did \"Looked\"");

        // The customers' own calls, those of their companies, and who is of which company, for the calls and for the customers.
        ScansOfCalls(read).ShouldBe(4, string.Join('\n', read));
        var identities = Enumerable.Range(0, read.Count)
            .Where(line => read[line].Contains("ReadFromMergeTree", StringComparison.Ordinal) && read[line].Contains(".identities", StringComparison.Ordinal))
            .Select(line => read.Skip(line).First(next => next.Contains("Granules: ", StringComparison.Ordinal)))
            .ToList();
        identities.ShouldNotBeEmpty(string.Join('\n', read));

        // At most the granule in which both have rows, of the seven that there are.
        identities.ShouldAllBe(line => line.EndsWith("Granules: 0", StringComparison.Ordinal) || line.EndsWith("Granules: 1", StringComparison.Ordinal));
        (await source.QueryAsync("SELECT toTypeName(name) FROM segment_calls_of(of_workspace = {workspace:String}) LIMIT 1")).ShouldBe(["LowCardinality(String)"]);
    }

    [Fact]
    public async Task Compile_ReadsCallsOnce_ThoseOfTheMonthsAskedAbout()
    {
        using var source = await TrackingClient.CreateAsync(server);
        await source.Engine.ExecuteAsync(new Statement(
            """
            INSERT INTO events (workspace, profile_id, time, message_id, type, name, properties, context)
            SELECT {workspace:String}, reinterpretAsUUID(sipHash128(number % 50)), addMonths(toDateTime64('2029-01-15 00:00:00', 6, 'UTC'), number % 12), toString(number), 'track', 'Looked', '{}', '{}'
            FROM numbers(1200)
            """).With("workspace", source.Workspace));

        var all = await ReadAsync(source, "did \"Looked\" at least 2 times and plan is \"pro\"");
        var recent = await ReadAsync(source, "did \"Looked\" at least 2 times in the last 40 days");

        ScansOfCalls(all).ShouldBe(1, string.Join('\n', all));
        ScansOfCalls(recent).ShouldBe(1, string.Join('\n', recent));
        var (read, known) = PartsOfCalls(recent);
        read.ShouldBeLessThan(known);
        read.ShouldBeLessThan(PartsOfCalls(all).Read);
        recent.ShouldContain(line => line.Contains("Prewhere filter column", StringComparison.Ordinal) && line.Contains("name = 'Looked'", StringComparison.Ordinal));
    }

    private static int ScansOfCalls(List<string> plan) =>
        plan.Count(line => line.Contains("ReadFromMergeTree", StringComparison.Ordinal) && line.Contains(".events", StringComparison.Ordinal));

    private static (int Read, int Known) PartsOfCalls(List<string> plan)
    {
        var parts = plan.SkipWhile(line => !line.Contains(".events)", StringComparison.Ordinal)).SkipWhile(line => !line.Contains("Min-Max", StringComparison.Ordinal))
            .First(line => line.Contains("Parts:", StringComparison.Ordinal));
        var numbers = parts[(parts.IndexOf(':', StringComparison.Ordinal) + 1)..].Split('/').Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToList();
        return (numbers[0], numbers[1]);
    }

    private static async Task<List<string>> ReadAsync(TrackingClient source, string definition)
    {
        var segment = Segment.Parse(definition).Segment.ShouldNotBeNull();
        var compiled = RuleStatements.Compile(
            new Dictionary<string, Segment>(StringComparer.Ordinal) { ["asked"] = segment },
            new WorkspaceSegments([], SegmentNamings.Full),
            new WorkspaceKey(source.Workspace),
            DateTimeOffset.UnixEpoch.AddYears(60),
            "UTC");
        var statement = compiled.Parameters.Aggregate(new Statement("EXPLAIN indexes = 1, actions = 1\n" + compiled.Sql), (with, parameter) => with.With(parameter.Name, parameter.Value));
        return await source.Engine.ListAsync<string>(SegmentStatement.Settings.Aggregate(statement, (with, setting) => with.WithSetting(setting.Key, setting.Value)));
    }
}
