using System.Globalization;
using Tessera.Engine.Execution;

namespace Tessera.Engine.Tests.Execution;

public sealed class QueryLogTests
{
    [Fact]
    public void Add_MoreThanAreKept_KeepsTheLatestAndCountsAll()
    {
        var log = new QueryLog();
        for (var i = 0; i < 1200; i++)
        {
            log.Add(Entry(i, i % 2 == 0 ? 0 : 60));
        }

        log.Latest(5000).Count.ShouldBe(1000);
        log.Latest(1)[0].QueryId.ShouldBe("1199");
        log.Totals()["SELECT"].ShouldSatisfyAllConditions(
            totals => totals.Count.ShouldBe(1200),
            totals => totals.Failed.ShouldBe(600),
            totals => totals.Seconds.ShouldBe(1.2, 1e-9),
            totals => totals.ReadRows.ShouldBe(12000ul));
    }

    [Theory]
    [InlineData("SELECT", "SELECT")]
    [InlineData("WITH", "SELECT")]
    [InlineData("(", "SELECT")]
    [InlineData("DROP", "DROP")]
    [InlineData("SELEC\"}", "OTHER")]
    public void Of_FirstWord_IsOneOfAClosedSet(string word, string kind) => QueryKinds.Of(word).ShouldBe(kind);

    private static QueryLogEntry Entry(int number, int code) =>
        new(number.ToString(CultureInfo.InvariantCulture), DateTimeOffset.UnixEpoch, 1, "SELECT", "SELECT 1", 10, 80, 0, 1, code, "");
}
