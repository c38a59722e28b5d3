using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tessera.Server.Tests.Pipeline;
using Tessera.Server.Tests.Segments.Rules;
using Tessera.Testing;

namespace Tessera.Server.Tests.Segments.Live;

/// <summary>Segments are made, changed and deleted while calls come in, of customers old and new: nothing is missed, and nothing is recorded twice.</summary>
[Collection(SharedServer.Name)]
public sealed class LiveSegmentChangesTests(ServerFixture server)
{
    private const int Steps = 12;
    private static readonly string[] Definitions =
    [
        "did \"A\" at least 2 times",
        "did \"B\" and not did \"C\"",
        "did \"A\" then \"B\" within 1 day",
        "sum of amount of \"C\" ever > 10",
        "did \"A\" at least 3 times or did \"C\" at least 2 times in the last 30 days",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Segments_ThatChangeWhileCallsComeIn_AreRecordedAsTheEngineFindsThem(int seed)
    {
        var random = new Random(seed);
        using var workspace = await RuleWorkspace.OpenAsync(server);
        Dictionary<string, string> segments = new(StringComparer.Ordinal) { ["always"] = "did \"A\" or did \"B\"" };
        await workspace.CreateAsync("always", segments["always"]);
        var sent = 0;
        for (var step = 0; step < Steps; step++)
        {
            var key = $"s{random.Next(3).ToString(CultureInfo.InvariantCulture)}";
            var definition = Definitions[random.Next(Definitions.Length)];
            var calls = SendAsync(workspace, random, customers: 20 + (5 * step), sent);
            sent += 100;
            if (!segments.ContainsKey(key))
            {
                await workspace.CreateAsync(key, definition);
                segments[key] = definition;
            }
            else if (random.Next(3) == 0)
            {
                await workspace.AskAsync(HttpMethod.Delete, $"/api/segments/{key}", expected: System.Net.HttpStatusCode.NoContent);
                segments.Remove(key);
            }
            else
            {
                await workspace.AskAsync(HttpMethod.Put, $"/api/segments/{key}", new { name = key, definition });
                await workspace.EvaluateAsync();
                segments[key] = definition;
            }

            await calls;
        }

        await workspace.Source.SettleAsync();
        foreach (var (key, definition) in segments)
        {
            var members = await MembersAsync(workspace, definition);
            await Eventually.UntilAsync(
                async () => (await RecordedAsync(workspace, key)).SetEquals(members),
                $"{key}, {definition}: {members.Count} customers are recorded as the engine finds them",
                TimeSpan.FromSeconds(30));
            if (key == "always")
            {
                await TakesTurnsAsync(workspace, key);
            }
        }
    }

    private static async Task SendAsync(RuleWorkspace workspace, Random random, int customers, int first)
    {
        var now = TimeProvider.System.GetUtcNow();
        JsonNode[] calls = [.. Enumerable.Range(first, 100).Select(call => TrackingClient.Call(
            $$"""
            { "type": "track", "messageId": "{{call}}", "userId": "u{{random.Next(customers)}}", "event": "{{"ABC"[random.Next(3)]}}",
              "timestamp": "{{now.AddMinutes(-random.Next(10_000)).ToString("O", CultureInfo.InvariantCulture)}}", "properties": { "amount": {{random.Next(9)}} } }
            """))];
        foreach (var some in calls.Chunk(10))
        {
            await workspace.Source.PostAsync(new JsonObject { ["batch"] = new JsonArray([.. some]) });
        }
    }

    private static async Task<HashSet<Guid>> MembersAsync(RuleWorkspace workspace, string definition)
    {
        var key = $"check-{Guid.CreateVersion7():N}";
        await workspace.CreateAsync(key, definition);
        var answer = await workspace.GetAsync($"/api/segments/{key}/members?limit=500");
        return [.. answer.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("profileId").GetGuid())];
    }

    private static async Task<HashSet<Guid>> RecordedAsync(RuleWorkspace workspace, string key) =>
    [
        .. (await ChangesAsync(workspace, key)).GroupBy(change => change.GetProperty("profileId").GetGuid())
            .Where(changes => changes.Last().GetProperty("entered").GetBoolean())
            .Select(changes => changes.Key),
    ];

    private static async Task TakesTurnsAsync(RuleWorkspace workspace, string key)
    {
        foreach (var changes in (await ChangesAsync(workspace, key)).GroupBy(change => change.GetProperty("profileId").GetGuid()))
        {
            changes.Select(change => change.GetProperty("entered").GetBoolean()).ShouldBe(changes.Select((_, index) => index % 2 == 0), $"{changes.Key} entered and left in turns");
        }
    }

    private static async Task<List<JsonElement>> ChangesAsync(RuleWorkspace workspace, string key)
    {
        List<JsonElement> all = [];
        for (var cursor = string.Empty; ;)
        {
            var page = await workspace.GetAsync($"/api/segments/changes?segment={key}&limit=1000&cursor={Uri.EscapeDataString(cursor)}");
            var items = page.GetProperty("items").EnumerateArray().ToList();
            all.AddRange(items);
            cursor = page.GetProperty("next").GetString()!;
            if (items.Count == 0)
            {
                return all;
            }
        }
    }
}
