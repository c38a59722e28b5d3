using System.Net.Http.Json;
using System.Text.Json;

namespace Tessera.Server.Tests.Hosting.Health;

[Collection(SharedServer.Name)]
public sealed class HealthEndpointsTests(ServerFixture server)
{
    [Fact]
    public async Task Readiness_NamesItsPartsAndNothingMore()
    {
        using var client = server.AnonymousClient();
        var readiness = await client.GetFromJsonAsync<JsonElement>("/readyz");
        readiness.GetProperty("ready").GetBoolean().ShouldBeTrue();
        readiness.GetProperty("parts").EnumerateArray().ShouldContain(part => part.GetProperty("name").GetString() == "engine");
        readiness.ToString().ShouldNotContain(server.DataDirectory);
    }

    [Fact]
    public async Task System_TellsVersionAndEngine()
    {
        using var client = server.AdminClient();
        var system = await client.GetFromJsonAsync<JsonElement>("/api/system");
        system.GetProperty("version").GetString().ShouldNotBeNullOrEmpty();
        system.GetProperty("dataDirectory").GetString().ShouldBe(server.DataDirectory);
        system.GetProperty("uptimeSeconds").GetDouble().ShouldBeGreaterThan(0);
        var engine = system.GetProperty("engine");
        engine.GetProperty("kind").GetString().ShouldBeOneOf("embedded", "external");
        engine.GetProperty("state").GetString().ShouldBe("ready");
        engine.GetProperty("warnings").GetArrayLength().ShouldBe(0);
        engine.GetProperty("version").GetString()!.ShouldMatch(@"^\d+\.\d+");
    }
}
