using Tessera.ClickHouse;
using Tessera.Segments;
using Tessera.Segments.Checking;
using Tessera.Segments.Json;
using Tessera.Segments.Sql;

namespace Tessera.Outsider.Tests;

public sealed class SegmentTests
{
    private const string Text = "plan is \"free\" and did \"Export File\" at least 3 times in the last 14 days and seats >= -2.5";

    [Fact]
    public void Segment_WrittenAndRead_IsTheSame()
    {
        var segment = Read(Text);

        Read(segment.ToString()).ShouldBe(segment);
        SegmentJson.Read(SegmentJson.Write(segment)).Segment.ShouldBe(segment);
        segment.ToString().ShouldContain("-2.5");
        segment.Describe().ShouldContain("Export File");
    }

    [Fact]
    public void Mistake_IsFoundWhereItIs()
    {
        var problem = Segment.Parse("plan is \"free\" and\n  did at least").Diagnostics.ShouldHaveSingleItem();

        problem.Severity.ShouldBe(DiagnosticSeverity.Error);
        problem.Message.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Segment_Compiled_IsAStatementOfTheClient()
    {
        var compiled = SegmentSql.Compile(
            new Dictionary<string, Segment>(StringComparer.Ordinal) { ["exporters"] = Read(Text) },
            new NoOthers(),
            new SqlQuestion("shop", new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.Zero), TimeZoneInfo.Utc));
        var statement = compiled.Parameters.Aggregate(new Statement(compiled.Sql), (whole, parameter) => whole.With(parameter.Name, parameter.Value));
        using var server = new RecordingServer("");
        using var client = new ClickHouseClient(
            new HttpClient(server, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan }, () => new ClickHouseOptions { Endpoint = new Uri("http://engine.example:8123") });

        await client.ExecuteAsync(statement);

        compiled.Columns.Keys.ShouldBe(["exporters"]);
        compiled.Sql.ShouldNotContain("Export File");
        server.Address.ShouldContain("=Export File");
        server.Address.ShouldNotContain("−");
        server.Address.ShouldNotContain("2,5");
    }

    [Fact]
    public void Segment_Checked_NamesWhatTheWorkspaceLacks()
    {
        var nothing = new Catalogue(customers: 10, events: [], traits: []);

        var result = new SegmentChecker(nothing, new NoOthers()).Check(Segment.Parse(Text));

        result.IsAccepted.ShouldBeTrue();
        result.Diagnostics.ShouldContain(diagnostic => diagnostic.Message.Contains("Export File", StringComparison.Ordinal));
    }

    private static Segment Read(string text) => Segment.Parse(text) is { Segment: { } segment } ? segment : throw new InvalidOperationException(text);

    private sealed class NoOthers : ISegmentResolver
    {
        public IEnumerable<string> Keys => [];

        public bool Exists(string key) => false;

        public Segment? Find(string key) => null;
    }
}
