using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Tessera.Server.Tests.Pipeline;
using Tessera.Testing;

namespace Tessera.Server.Tests.EventCatalogue.Plans;

[Collection(SharedServer.Name)]
public sealed class PlanEndpointsTests(ServerFixture server)
{
    private const string Plan =
        """
        { "events": [
            { "name": "Order Completed", "description": "A purchase.", "schema": {
                "type": "object", "required": ["order_id", "revenue"],
                "properties": { "order_id": { "type": "string" }, "revenue": { "type": "number", "minimum": 0 }, "currency": { "enum": ["EUR", "USD"] } } } } ],
          "traits": { "properties": { "plan": { "enum": ["free", "pro"] } } } }
        """;

    [Fact]
    public async Task Violations_OfCallsReceivedUnderAPlan_AreCountedBySourceAndVersion_AndBlockNothing()
    {
        using var source = await TrackingClient.CreateAsync(server);
        using var client = server.AdminClient(source.Workspace);
        await source.SendAsync(TrackingClient.Call("""{ "type": "track", "userId": "u1", "event": "Order Completed", "messageId": "before" }"""));
        (await PutAsync(client, Plan)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await source.SendAsync(
            TrackingClient.Call("""{ "type": "track", "userId": "u1", "event": "Order Completed", "messageId": "good", "properties": { "order_id": "1", "revenue": 5, "currency": "EUR" } }"""),
            TrackingClient.Call("""{ "type": "track", "userId": "u1", "event": "Order Completed", "messageId": "bad-1", "properties": { "order_id": 7, "currency": "GBP" }, "context": { "app": { "version": "2.1" } } }"""),
            TrackingClient.Call("""{ "type": "track", "userId": "u1", "event": "Order Completed", "messageId": "bad-2", "properties": { "order_id": "2" }, "context": { "app": { "version": "2.1" } } }"""),
            TrackingClient.Call("""{ "type": "track", "userId": "u2", "event": "Oder Completed", "messageId": "odd" }"""),
            TrackingClient.Call("""{ "type": "identify", "userId": "u2", "messageId": "who", "traits": { "plan": "gold" } }"""));

        await Eventually.UntilAsync(async () => (await ViolationsAsync(client)).Count >= 5, "the calls are compared with the plan");
        (await ViolationsAsync(client)).ShouldBe(
        [
            "Order Completed default 2.1 missing revenue 2 bad-2",
            "Oder Completed default  unplanned-event  1 odd",
            "Order Completed default 2.1 value currency 1 bad-1",
            "Order Completed default 2.1 type order_id 1 bad-1",
            "identify default  value plan 1 who",
        ]);
        (await ViolationsAsync(client, "?event=identify")).Count.ShouldBe(1);
        (await source.QueryAsync("SELECT toString(count()) FROM events WHERE workspace = {workspace:String}")).ShouldBe(["6"], "nothing is blocked");

        var events = await client.GetFromJsonAsync<JsonElement>("/api/catalogue/events");
        events.GetProperty("items").EnumerateArray().ToDictionary(item => item.GetProperty("name").GetString()!, item => item.GetProperty("planned").GetBoolean(), StringComparer.Ordinal)
            .ShouldBe(new Dictionary<string, bool>(StringComparer.Ordinal) { ["Order Completed"] = true, ["Oder Completed"] = false }, ignoreOrder: true);
        var byDay = events.GetProperty("items")[0].GetProperty("callsByDay");
        byDay.GetArrayLength().ShouldBe(30);
        byDay.EnumerateArray().Sum(day => day.GetInt64()).ShouldBe(4);

        using var removed = await client.DeleteAsync("/api/tracking-plan");
        removed.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await ViolationsAsync(client)).ShouldBeEmpty();
        using var gone = await client.GetAsync("/api/tracking-plan");
        await gone.ShouldBeProblemAsync(HttpStatusCode.NotFound, "tracking-plan-not-found");
    }

    [Fact]
    public async Task Plan_ShownAgain_IsWhatWasGiven_AndCountsItsVersions()
    {
        using var client = server.AdminClient(await server.CreateWorkspaceAsync("plan"));
        await PutAsync(client, Plan);
        using var again = await PutAsync(client, Plan);
        var shown = await again.Content.ReadFromJsonAsync<JsonElement>();
        shown.GetProperty("version").GetInt64().ShouldBe(2);
        JsonElement.DeepEquals(
            shown.GetProperty("plan").GetProperty("events")[0].GetProperty("schema"), JsonElement.Parse(Plan).GetProperty("events")[0].GetProperty("schema")).ShouldBeTrue();
    }

    [Theory]
    [InlineData("""{ "events": [{ "name": "A", "schema": { "type": "text" } }] }""", "events[0].schema.type")]
    [InlineData("""{ "events": [{ "name": "A" }, { "name": "A" }] }""", "events[1].name")]
    [InlineData("""{ "events": [{ "name": "" }] }""", "events[0].name")]
    public async Task Plan_ThatCannotBeKeptTo_IsRefusedWithThePlace(string plan, string path)
    {
        using var client = server.AdminClient(await server.CreateWorkspaceAsync("plan"));
        using var refused = await PutAsync(client, plan);
        (await refused.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "tracking-plan-invalid")).ShouldContain(path);
    }

    [Fact]
    public async Task Draft_OfWhatWasReceived_IsAPlanThatItKeepsTo()
    {
        using var source = await TrackingClient.CreateAsync(server);
        using var client = server.AdminClient(source.Workspace);
        await source.SendAsync([.. Enumerable.Range(0, 50).Select(number => TrackingClient.Call(
            $$"""{ "type": "track", "userId": "u{{number}}", "event": "Opened", "properties": { "door": "{{(number % 2 == 0 ? "blue" : "green")}}", "width": {{number}} } }"""))]);
        var draft = await client.GetStringAsync("/api/tracking-plan/draft");
        var schema = JsonElement.Parse(draft).GetProperty("events")[0].GetProperty("schema");
        schema.GetProperty("required").EnumerateArray().Select(name => name.GetString()).ShouldBe(["door", "width"]);
        schema.GetProperty("properties").GetProperty("door").GetProperty("enum").EnumerateArray().Select(name => name.GetString()).ShouldBe(["blue", "green"]);
        (await PutAsync(client, draft)).StatusCode.ShouldBe(HttpStatusCode.OK);

        var shown = await client.GetFromJsonAsync<JsonElement>("/api/catalogue/events/Opened");
        shown.GetProperty("event").GetProperty("calls").GetInt64().ShouldBe(50);
        shown.GetProperty("days")[0].GetProperty("calls").GetInt64().ShouldBe(50);
        shown.GetProperty("versions")[0].GetProperty("source").GetString().ShouldBe("default");
        var door = shown.GetProperty("properties").EnumerateArray().Single(property => property.GetProperty("path").GetString() == "door");
        door.GetProperty("share").GetDouble().ShouldBe(1);
        door.GetProperty("values")[0].GetProperty("count").GetInt64().ShouldBe(25);
        using var unknown = await client.GetAsync("/api/catalogue/events/Closed");
        await unknown.ShouldBeProblemAsync(HttpStatusCode.NotFound, "event-not-found");
    }

    private static async Task<HttpResponseMessage> PutAsync(HttpClient client, string plan)
    {
        using var content = new StringContent(plan, Encoding.UTF8, "application/json");
        return await client.PutAsync("/api/tracking-plan", content);
    }

    private static async Task<List<string>> ViolationsAsync(HttpClient client, string query = "")
    {
        var list = await client.GetFromJsonAsync<JsonElement>("/api/tracking-plan/violations" + query);
        return
        [
            .. list.GetProperty("items").EnumerateArray().Select(item => string.Join(
                ' ',
                new[] { "event", "source", "appVersion", "kind", "path", "count", "messageId" }.Select(name => item.GetProperty(name).ToString()))),
        ];
    }
}
