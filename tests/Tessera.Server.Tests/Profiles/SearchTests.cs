using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tessera.Server.Tests.Pipeline;

namespace Tessera.Server.Tests.Profiles;

/// <summary>Finding customers while somebody types, and choosing what a list says of them.</summary>
[Collection(SharedServer.Name)]
public sealed class SearchTests(ServerFixture server) : IAsyncLifetime
{
    private TrackingClient source = null!;
    private HttpClient client = null!;

    public async Task InitializeAsync()
    {
        source = await TrackingClient.CreateAsync(server);
        client = server.AdminClient(source.Workspace);
    }

    public Task DisposeAsync()
    {
        source.Dispose();
        client.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Search_BeginningOfAnyIdentifierMailNameOrWordOfIt_FindsTheCustomerOnce()
    {
        await source.SendAsync(
            Identify("1", "u-1", "browser-x", """{ "email": "Ada@Example.com", "name": "Ada Lovelace", "phone": "+49 170 1234567" }"""),
            Identify("2", "u-2", "browser-y", """{ "email": "grace@example.com", "name": "Grace Hopper" }"""),
            TrackingClient.Call("""{ "type": "track", "messageId": "3", "anonymousId": "lone", "event": "Looked", "context": { "externalIds": [ { "type": "loyalty", "id": "CARD-77" } ] } }"""));

        foreach (var (text, expected) in new[]
        {
            ("u-", "u-1,u-2"), ("U-1", "u-1"), ("browser-x", "u-1"), ("brow", "u-1,u-2"), ("ada", "u-1"), ("lovel", "u-1"), ("ada l", "u-1"), ("+4917", "u-1"), ("card-7", "CARD-77"), ("GRACE@", "u-2"),
            ("xample.com", "u-1,u-2"), ("opper", "u-2"), ("nobody", ""),
        })
        {
            string.Join(',', await FindAsync(text)).ShouldBe(expected, $"searching for {text}");
        }
    }

    [Fact]
    public async Task Search_PageByPage_IsExactThenBeginningThenAnywhereAndEverybodyOnce()
    {
        await source.SendAsync(
        [
            .. Enumerable.Range(0, 23).Select(number => Identify(Text(number), $"anna-{number:00}", $"device-{number}", $$"""{ "name": "Person {{number}}", "email": "anna-{{number}}@example.com" }""")),
            Identify("exact", "anna", "device-e", """{ "name": "Exact" }"""),
            Identify("inside", "susanna", "device-i", """{ "name": "Inside" }"""),
        ]);

        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = await client.GetFromJsonAsync<JsonElement>($"/api/profiles?search=Anna&limit=4{(cursor is null ? "" : $"&cursor={cursor}")}");
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("identifier").GetProperty("value").GetString()!));
            cursor = page.GetProperty("next").GetString();
        }
        while (cursor is not null);

        seen[0].ShouldBe("anna");
        seen[^1].ShouldBe("susanna");
        seen.Order(StringComparer.Ordinal).ShouldBe([.. Enumerable.Range(0, 23).Select(number => $"anna-{number:00}").Append("anna").Append("susanna").Order(StringComparer.Ordinal)]);
    }

    [Fact]
    public async Task List_Columns_AreWhatWasAskedForAndKnown()
    {
        await source.SendAsync(
            Identify("1", "u-1", "a", """{ "name": "Ada", "plan": "pro", "seats": 3, "address": { "city": "London" } }"""), Identify("2", "u-2", "b", """{ "plan": "free" }"""));

        var items = (await client.GetFromJsonAsync<JsonElement>("/api/profiles?columns=plan,seats,%20address,name,none&sort=firstSeen")).GetProperty("items").EnumerateArray()
            .ToDictionary(item => item.GetProperty("identifier").GetProperty("value").GetString()!, item => item.GetProperty("columns").GetRawText(), StringComparer.Ordinal);
        items["u-1"].ShouldBe("""{"plan":"pro","seats":3,"address":{"city":"London"},"name":"Ada"}""");
        items["u-2"].ShouldBe("""{"plan":"free"}""");

        var columns = (await client.GetFromJsonAsync<JsonElement>("/api/profiles/columns")).GetProperty("items").EnumerateArray()
            .Select(column => $"{column.GetProperty("name").GetString()} {column.GetProperty("share").GetDouble().ToString(CultureInfo.InvariantCulture)}");
        columns.ShouldBe(["plan 1", "address 0.5", "name 0.5", "seats 0.5"]);

        using var tooMany = await client.GetAsync($"/api/profiles?columns={string.Join(',', Enumerable.Range(0, 21))}");
        await tooMany.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "columns-invalid");
    }

    private async Task<List<string>> FindAsync(string text) =>
    [
        .. (await client.GetFromJsonAsync<JsonElement>($"/api/profiles?search={Uri.EscapeDataString(text)}")).GetProperty("items").EnumerateArray()
            .Select(item => item.GetProperty("identifier").GetProperty("value").GetString()!),
    ];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static JsonObject Identify(string message, string user, string device, string traits) => new JsonObject
    {
        ["type"] = "identify", ["messageId"] = message, ["userId"] = user, ["anonymousId"] = device, ["traits"] = JsonNode.Parse(traits), ["timestamp"] = "2024-01-01T00:00:00Z",
    };
}
