using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Pipeline.Contracts;
using Tessera.Simulation;

namespace Tessera.Server.Tests.Imports.Endpoints;

/// <summary>What becomes of files of tracking calls, through the API and the real engine.</summary>
[Collection(SharedServer.Name)]
public sealed class EventImportTests(ServerFixture server) : IAsyncLifetime, IDisposable
{
    private ImportScene scene = null!;

    public async Task InitializeAsync() => scene = await ImportScene.CreateAsync(server, "events");

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => scene.Dispose();

    [Fact]
    public async Task Refill_OfAnImportThatWasStopped_MakesWhatTheEngineHasNotMadeOfItsCalls()
    {
        var import = await ImportAsync(
            """{"type":"group","messageId":"g1","userId":"u1","groupId":"acme","timestamp":"2024-01-01T10:00:00Z","traits":{"name":"Acme"}}""",
            """{"type":"group","messageId":"g2","userId":"u2","groupId":"acme","timestamp":"2024-02-01T10:00:00Z"}""",
            """{"type":"track","messageId":"t1","userId":"u1","timestamp":"2024-01-02T10:00:00Z","event":"Looked","context":{"consent":{"categoryPreferences":{"email":true,"sms":false}}}}""");
        ImportScene.State(import).ShouldBe("done", import.ToString());
        var whole = await DerivedAsync();
        whole.Count.ShouldBe(4);
        var engine = server.Services.GetRequiredService<ClickHouseClient>();
        foreach (var sql in (string[])["DELETE FROM group_calls WHERE workspace = {workspace:String} AND message_id = 'g1'", "DELETE FROM consents WHERE workspace = {workspace:String} AND purpose = 'sms'"])
        {
            await engine.ExecuteAsync(new Statement(sql).With("workspace", scene.Workspace));
        }

        for (var time = 0; time < 2; time++)
        {
            await server.Services.GetRequiredService<IDerivedRows>().RefillAsync(new WorkspaceKey(scene.Workspace), import.GetProperty("id").GetGuid(), CancellationToken.None);
            (await DerivedAsync()).ShouldBe(whole);
        }

        async Task<List<string>> DerivedAsync() =>
        [
            .. await scene.QueryAsync("SELECT company_key, message_id, toString(profile_id), traits FROM group_calls WHERE workspace = {workspace:String} ORDER BY message_id"),
            .. await scene.QueryAsync("SELECT purpose, toString(profile_id), toString(time), toString(given) FROM consents WHERE workspace = {workspace:String} ORDER BY purpose"),
        ];
    }

    [Fact]
    public async Task Import_Calls_BecomeEventsProfilesAndOrderLines()
    {
        var import = await ImportAsync(
            """{"type":"identify","messageId":"m1","userId":"u1","timestamp":"2024-01-01T10:00:00.000Z","traits":{"firstName":"Ann","lastName":"Ash","email":"ann@example.com","address":{"country":"DE"},"plan":"pro","seats":3}}""",
            """{"type":"track","messageId":"m2","userId":"u1","timestamp":"2024-01-02T10:00:00Z","event":"Export Clicked","properties":{"format":"png"},"context":{"locale":"de"}}""",
            """{"type":"page","messageId":"m3","anonymousId":"a1","timestamp":"2024-01-03T10:00:00+01:00","name":"Home"}""",
            """{"type":"track","messageId":"m4","userId":"u1","timestamp":1704362400000,"event":"Order Completed","properties":{"order_id":"o1","revenue":25,"currency":"USD","products":[{"sku":"A","name":"Mug","price":10,"quantity":1},{"product_id":"B","price":"5.00","quantity":3},{"sku":"A","name":"Mug","price":10}]}}""",
            """{"type":"track","messageId":"m5","userId":"u1","timestamp":"2024-01-05T10:00:00Z","event":"Order Refunded","properties":{"order_id":"o1","currency":"USD","products":[{"sku":"B","price":5,"quantity":1}]}}""",
            """{"type":"track","messageId":"m6","anonymousId":"a1","timestamp":"2024-01-06T10:00:00Z","event":"Order Completed","properties":{"order_id":"o2","total":7.5,"currency":"USD"}}""");
        ImportScene.State(import).ShouldBe("done", import.ToString());
        ImportScene.Rows(import).ShouldBe((6, 6, 0, 0));
        (await scene.QueryAsync("SELECT message_id, type, name, toString(time), properties, context FROM events WHERE workspace = {workspace:String} AND type != 'identify' AND name NOT LIKE 'Order%' ORDER BY message_id")).ShouldBe(
        [
            """m2|track|Export Clicked|2024-01-02 10:00:00.000000|{"format":"png"}|{"locale":"de"}""",
            "m3|page|Home|2024-01-03 09:00:00.000000|{}|{}",
        ]);
        (await scene.QueryAsync("SELECT kind, identifier, name, email, country, traits, toString(first_seen), toString(last_seen) FROM profiles FINAL WHERE workspace = {workspace:String} ORDER BY identifier")).ShouldBe(
        [
            "anonymous_id|a1|||||2024-01-03 09:00:00.000000|2024-01-06 10:00:00.000000".Replace("|||||", "||||{}|", StringComparison.Ordinal),
            """user_id|u1|Ann Ash|ann@example.com|DE|{"address":{"country":"DE"},"firstName":"Ann","lastName":"Ash","plan":"pro","seats":3}|2024-01-01 10:00:00.000000|2024-01-05 10:00:00.000000""",
        ]);
        (await scene.LinesAsync("order_id, customer, kind, sku, toString(quantity), toString(amount), currency, toString(occurrence)")).ShouldBe(
        [
            "o1|u1|sale|A|1|10|USD|1", "o1|u1|sale|A|1|10|USD|2", "o1|u1|return|B|-1|-5|USD|1", "o1|u1|sale|B|3|15|USD|1", "o2||sale||1|7.5|USD|1",
        ]);
    }

    [Fact]
    public async Task Import_OrdersThatNoLineCanHold_AreCountedInTheNotes()
    {
        var import = await ImportAsync(
            Order("1", """{"order_id":"o1","currency":"EUR","products":[{"sku":"A","price":5},{"sku":"B","price":1e15},{"sku":"C","price":9e27,"quantity":9e27}]}"""),
            Order("2", """{"order_id":"o2","currency":"EUR","total":1e20}"""),
            Order("3", """{"order_id":"o3","currency":"EUR","products":[{"sku":"A","price":"ten","quantity":2}]}"""),
            Order("4", """{"order_id":"o4","currency":"doubloons","total":7}"""),
            Order("5", """{"order_id":"o5","currency":"$","total":8}"""));
        ImportScene.Rows(import).ShouldBe((5, 5, 0, 0));
        ImportScene.Notes(import).ShouldContain("3 products or totals of orders are too large for money and made no order line; the first is \"1 × 1000000000000000\" in line 1.", StringComparer.Ordinal);
        ImportScene.Notes(import).ShouldContain("1 quantities, prices or totals of orders are not numbers: a quantity counts as 1, an amount as 0; the first is \"ten\" in line 3.", StringComparer.Ordinal);
        ImportScene.Notes(import).ShouldContain("2 orders name a currency by no known code, or by a sign that several share; they are kept as orders in another currency, which do not count; the first is \"doubloons\" in line 4.", StringComparer.Ordinal);
        (await scene.LinesAsync("order_id, sku, toString(amount), currency")).ShouldBe(["o1|A|5|EUR", "o3|A|0|EUR", "o4||7|doubloons", "o5||8|$"]);

        static string Order(string id, string properties) =>
            $$"""{"type":"track","messageId":"{{id}}","userId":"u1","timestamp":"2024-01-02T10:00:00Z","event":"Order Completed","properties":{{properties}}}""";
    }

    [Fact]
    public async Task Import_CallsSentTwice_AreStoredOnceWithTheirOrders()
    {
        var order = """{"type":"track","messageId":"m1","userId":"u1","timestamp":"2024-01-04T10:00:00Z","event":"Order Completed","properties":{"order_id":"o1","products":[{"sku":"A","price":10},{"sku":"A","price":10}]}}""";
        var page = """{"type":"page","userId":"u1","timestamp":"2024-01-03T10:00:00Z","name":"Home"}""";
        ImportScene.Rows(await ImportAsync(order, page, order)).ShouldBe((3, 2, 0, 1));
        ImportScene.Rows(await ImportAsync(order, page)).ShouldBe((2, 0, 0, 2));
        (await scene.LinesAsync("sku, toString(occurrence)")).ShouldBe(["A|1", "A|2"]);
        (await scene.QueryAsync("SELECT toString(count()) FROM events WHERE workspace = {workspace:String}")).ShouldBe(["2"]);
    }

    [Fact]
    public async Task Import_CallSentAgainWithAnotherTime_IsTheSameCall()
    {
        await ImportAsync("""{"type":"page","messageId":"m1","userId":"u1","timestamp":"2024-01-03T10:00:00Z","name":"Home"}""");
        ImportScene.Rows(await ImportAsync("""{"type":"page","messageId":"m1","userId":"u1","timestamp":"2024-07-03T10:00:00Z","name":"Home"}""")).ShouldBe((1, 0, 0, 1));
        (await scene.QueryAsync("SELECT toString(time) FROM events WHERE workspace = {workspace:String}")).ShouldBe(["2024-01-03 10:00:00.000000"]);
    }

    [Fact]
    public async Task Import_CallsOfEveryType_KeepAllIdsTheyName()
    {
        await ImportAsync(
            """{"type":"track","messageId":"m1","userId":"u1","anonymousId":"a1","timestamp":"2024-01-03T10:00:00Z","event":"Export"}""",
            """{"type":"page","messageId":"m2","anonymousId":"a1","timestamp":"2024-01-03T10:00:00Z"}""",
            """{"type":"screen","messageId":"m3","userId":7,"timestamp":"2024-01-03T10:00:00Z","name":"Start"}""",
            """{"type":"identify","messageId":"m4","userId":"u1","anonymousId":"a2","timestamp":"2024-01-03T10:00:00Z","traits":{"plan":"pro"}}""",
            """{"type":"group","messageId":"m5","userId":"u1","groupId":"acme","timestamp":"2024-01-03T10:00:00Z","traits":{"name":"Acme"}}""",
            """{"type":"alias","messageId":"m6","userId":"u1","previousId":"u0","timestamp":"2024-01-03T10:00:00Z"}""");
        (await scene.QueryAsync("SELECT type, user_id, anonymous_id, group_id, previous_id, properties FROM events WHERE workspace = {workspace:String} ORDER BY message_id")).ShouldBe(
        [
            "track|u1|a1|||{}", "page||a1|||{}", "screen|7||||{}", """identify|u1|a2|||{"plan":"pro"}""", """group|u1||acme||{"name":"Acme"}""", "alias|u1|||u0|{}",
        ]);
    }

    [Fact]
    public async Task Import_TraitsToldLater_ReplaceAndJoinThoseBefore()
    {
        await ImportAsync("""{"type":"identify","messageId":"1","userId":"u","timestamp":"2024-01-01T00:00:00Z","traits":{"name":"Ann","plan":"free","team":"x"}}""");
        await ImportAsync(
            """{"type":"identify","messageId":"3","userId":"u","timestamp":"2024-01-03T00:00:00Z","traits":{"plan":"pro"}}""",
            """{"type":"identify","messageId":"2","userId":"u","timestamp":"2024-01-02T00:00:00Z","traits":{"plan":"trial","createdAt":"2023-05-01T00:00:00Z"}}""");
        (await scene.QueryAsync("SELECT name, traits, toString(toDate(first_seen)), toString(toDate(last_seen)) FROM profiles FINAL WHERE workspace = {workspace:String}"))
            .ShouldBe(["""Ann|{"createdAt":"2023-05-01T00:00:00Z","plan":"pro","team":"x"}|2023-05-01|2024-01-03"""]);
    }

    [Fact]
    public async Task Import_LinesThatAreNoCalls_AreListedWithReasons()
    {
        var good = Enumerable.Range(0, 30).Select(i => $$"""{"type":"page","messageId":"g{{i}}","userId":"u","timestamp":"2024-01-01T00:00:00Z"}""");
        var import = await ImportAsync(
        [
            .. good,
            "not json",
            """{"type":"track","userId":"u","timestamp":"2024-01-01T00:00:00Z"}""",
            """{"type":"dance","userId":"u","timestamp":"2024-01-01T00:00:00Z"}""",
            """{"type":"page","timestamp":"2024-01-01T00:00:00Z"}""",
            """{"type":"page","userId":"u"}""",
            """{"type":"page","userId":"u","timestamp":"noon"}""",
            """["type"]""",
            """{"type":"group","userId":"u","timestamp":"2024-01-01T00:00:00Z"}""",
            """{"type":"alias","userId":"u","timestamp":"2024-01-01T00:00:00Z"}""",
            """{"type":"page","userId":"u","timestamp":"2024-01-01T00:00:00Z"} trailing""",
            $$"""{"type":"page","userId":"u","timestamp":"2024-01-01T00:00:00Z","name":"{{new string('x', 2_000_000)}}"}""",
        ]);
        ImportScene.Rows(import).ShouldBe((41, 30, 11, 0));
        import.GetProperty("rejections").EnumerateArray()
            .OrderBy(rejection => rejection.GetProperty("line").GetInt64())
            .Select(rejection => string.Join('|', Member(rejection, "line"), Member(rejection, "column"), Member(rejection, "example"), Member(rejection, "reason"), Member(rejection, "rows")))
            .ShouldBe(
            [
                "31||at byte 2|the line is not a JSON object|3",
                "32|event||a track call has no event|1",
                "33|type|dance|type is not track, page, screen, identify, group or alias|1",
                "34|userId||the call has neither userId nor anonymousId|1",
                "35|timestamp||the call has no timestamp|1",
                "36|timestamp|noon|timestamp is not a date|1",
                "38|groupId||a group call has no groupId|1",
                "39|previousId||an alias call has no previousId|1",
                "41|||the line is longer than 1,048,576 bytes|1",
            ]);

        static string Member(System.Text.Json.JsonElement rejection, string name) => rejection.GetProperty(name).ToString();
    }

    [Theory]
    [InlineData("order_id,date\n1,2024-01-01\n", "rows-rejected", "2 of the first 2 rows were rejected, mostly because the line is not a JSON object, such as \"at byte 1\" in line 1: check that every line is one tracking call.")]
    [InlineData("\n\n", "no-rows", "\"calls.jsonl\" has no lines: it must hold one tracking call, a JSON object, a line.")]
    [InlineData("%PDF-1.4", "file-not-text", "\"calls.jsonl\" is not a file of tracking calls: it is a PDF document. It must hold one JSON object a line, gzip allowed.")]
    public async Task Import_FileThatHoldsNoCalls_FailsInOneSentence(string text, string code, string sentence)
    {
        var import = await scene.Client.ImportAsync(text, "events", name: "calls.jsonl");
        ImportScene.State(import).ShouldBe("failed");
        import.GetProperty("errorCode").GetString().ShouldBe(code);
        import.GetProperty("error").GetString().ShouldBe(sentence);
    }

    [Fact]
    public async Task Import_SimulatedShop_HasTheOrdersOfTheSimulation()
    {
        var options = new SimulationOptions { Scenario = "shop", Customers = 60, Days = 60, Seed = 7 };
        using var calls = new MemoryStream();
        SimulationWriter.Write(options, calls, TextWriter.Null);
        var import = await scene.Client.ImportAsync(MemoryFile.Gzip(calls.ToArray()), "events", name: "calls.jsonl.gz");
        ImportScene.State(import).ShouldBe("done", import.ToString());
        var lines = Encoding.UTF8.GetString(calls.ToArray()).AsSpan().Count('\n');
        ImportScene.Rows(import).ShouldBe((lines, lines, 0, 0));
        var expected = ShopOrders.Lines(options).ToList();
        expected.Count.ShouldBeGreaterThan(100);
        (await scene.QueryAsync("SELECT toString(count()), toString(uniqExact(order_id)), toString(sum(amount)), toString(uniqExactIf(customer, customer != '')) FROM order_lines WHERE workspace = {workspace:String}")).ShouldBe(
        [
            string.Join('|', expected.Count, expected.DistinctBy(line => line.OrderId, StringComparer.Ordinal).Count(), Plain(expected.Sum(line => line.Quantity * line.UnitPrice)), expected.Where(line => line.Customer >= 0).DistinctBy(line => line.Customer).Count()),
        ]);

        static string Plain(decimal amount) => amount.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture);
    }

    private Task<System.Text.Json.JsonElement> ImportAsync(params string[] lines) =>
        scene.Client.ImportAsync(string.Join('\n', lines), "events", name: "calls.jsonl");
}
