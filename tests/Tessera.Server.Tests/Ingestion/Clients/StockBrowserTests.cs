using Tessera.Server.Tests.Pipeline;

namespace Tessera.Server.Tests.Ingestion.Clients;

/// <summary>Segment's stock SDK for browsers in a real Chromium; what it sent is what is stored.</summary>
[Collection(SharedServer.Name)]
public sealed class StockBrowserTests(ServerFixture server)
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    [SkippableFact]
    public async Task BrowserSdk_SendingEveryKindOfCall_IsUnderstood()
    {
        using var source = await TrackingClient.CreateAsync(server);
        await StockClients.RunAsync("browser.test.mjs", source, ("CHROMIUM_PATH", Chromium()));

        (await source.QueryAsync(
            """
            SELECT concat(type, ' ', name, ' ', user_id, ' ', group_id, previous_id) FROM events
            WHERE workspace = {workspace:String} ORDER BY type
            """))
            .ShouldBe(
            [
                "alias  browser-user letter-reader",
                "group  browser-user acme",
                "identify  browser-user ",
                "page Green  ",
                "screen Cart browser-user ",
                "track Opened  ",
            ]);
        (await source.QueryAsync("SELECT toString(uniqExact(anonymous_id)) FROM events WHERE workspace = {workspace:String} AND type != 'alias' AND anonymous_id != ''"))
            .ShouldBe(["1"], "one browser is one anonymous id");
        (await source.QueryAsync(
            """
            SELECT concat(JSONExtractString(context, 'page', 'path'), JSONExtractString(context, 'page', 'search'), ' ',
                JSONExtractString(context, 'campaign', 'source'), ' ', JSONExtractString(context, 'library', 'name'))
            FROM events WHERE workspace = {workspace:String} AND type = 'track'
            """))
            .ShouldBe(["/doors?colour=green&utm_source=letter&utm_campaign=spring letter analytics.js"]);
        (await source.QueryAsync("SELECT toString(JSONExtractFloat(properties, 'price')) FROM events WHERE workspace = {workspace:String} AND type = 'track'")).ShouldBe(["12.5"]);
        (await source.QueryAsync("SELECT JSONExtractString(properties, 'plan') FROM events WHERE workspace = {workspace:String} AND type = 'identify'")).ShouldBe(["pro"]);
        (await source.QueryAsync("SELECT reason FROM rejected_events WHERE workspace = {workspace:String}")).ShouldBeEmpty();
    }

    /// <summary>The browser that CHROMIUM_PATH names or that the system has; a continuous integration machine must have one.</summary>
    private static string Chromium()
    {
        string?[] candidates = [Environment.GetEnvironmentVariable("CHROMIUM_PATH"), .. Places];
        var path = candidates.FirstOrDefault(File.Exists);
        if (Environment.GetEnvironmentVariable("CI") is { Length: > 0 })
        {
            path.ShouldNotBeNull("the browser SDK is tested in Chromium: install it, or set CHROMIUM_PATH to it");
        }

        Skip.If(path is null, "Chromium is not installed, and CHROMIUM_PATH does not name it.");
        return path;
    }
}
