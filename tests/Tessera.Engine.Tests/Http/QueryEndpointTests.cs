using Tessera.Testing;

namespace Tessera.Engine.Tests.Http;

[Collection(SharedEngine.Name)]
public sealed class QueryEndpointTests(EngineFixture engine)
{
    [Fact]
    public async Task Query_Select_AnswersWithTabSeparatedText()
    {
        string text = await engine.RunAsync("SELECT number, number * 2 FROM numbers(3)");

        text.ShouldBe("0\t0\n1\t2\n2\t4\n");
    }
}
