using Tessera.Server.Hosting;
using Tessera.Server.Hosting.Analytics;

namespace Tessera.Server.Tests.Hosting.Analytics;

public sealed class ClickHouseUrlTests
{
    [Theory]
    [InlineData("http://127.0.0.1:8123/shop")]
    [InlineData("http://127.0.0.1:8123/?database=shop")]
    public void Parse_TakesTheDatabaseFromPathOrQuery(string url) => ClickHouseUrl.Parse(new Uri(url)).Database.ShouldBe("shop");

    [Fact]
    public void Parse_OfAFullAddress_TakesItApart()
    {
        var options = ClickHouseUrl.Parse(new Uri("https://ana:p%40ss%3Aword@ch.example:8443/?database=shop"));
        options.Endpoint.ShouldBe(new Uri("https://ch.example:8443"));
        options.User.ShouldBe("ana");
        options.Password.ShouldBe("p@ss:word");
        options.Database.ShouldBe("shop");
        options.CompressRequests.ShouldBeTrue();
    }

    [Fact]
    public void Parse_OfABareAddress_FillsInTheRest()
    {
        var options = ClickHouseUrl.Parse(new Uri("http://127.0.0.1:8123"));
        options.User.ShouldBe("default");
        options.Password.ShouldBeNull();
        options.Database.ShouldBe("tessera");
        options.CompressRequests.ShouldBeFalse();
    }

    [Fact]
    public void Parse_OfAnotherProtocol_SaysWhatToWrite() =>
        Should.Throw<TesseraException>(() => ClickHouseUrl.Parse(new Uri("tcp://127.0.0.1:9000"))).Message.ShouldContain("http://user:password@host:8123");
}
