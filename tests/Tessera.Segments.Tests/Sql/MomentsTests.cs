using Tessera.ClickHouse;
using Tessera.Segments.Sql;
using Xunit;

namespace Tessera.Segments.Tests.Sql;

/// <summary>What lists of instants and of values say of calls that are worked out by hand.</summary>
public sealed class MomentsTests(Warehouse warehouse) : IClassFixture<Warehouse>
{
    // Customer, microseconds, message id, name, value.
    private const string Calls =
        """
        SELECT toUInt8(call.1) AS profile_id, fromUnixTimestamp64Micro(toInt64(call.2), 'UTC') AS time, call.3 AS message_id, call.4 AS name, call.5 AS value
        FROM (SELECT arrayJoin([(1, 30, 'b', 'A', 'three'), (1, 10, 'c', 'A', 'one'), (1, 30, 'a', 'A', 'tie'), (1, 20, 'd', 'B', ''), (2, 40, 'e', 'B', 'else'), (1, 50, 'f', 'A', '')]) AS call)
        """;

    private readonly RowGroup group = new("e", "profile_id");

    [Fact]
    public async Task Count_OfTwoKinds_CountsEachDuringItsTime()
    {
        var (a, b) = (group.Rows.Define("name = 'A'"), group.Rows.Define("name = 'B'"));

        var rows = await AskAsync(
            group.Moments.Count(a, string.Empty), group.Moments.Count(a, "moment >= 30 AND moment < 50"), group.Moments.Count(b, string.Empty), group.Moments.Count(b, "moment > 20"));

        rows.ShouldBe([(1, "4,2,1,0"), (2, "0,0,1,1")]);
    }

    [Fact]
    public async Task Times_AreThoseOfTheKindAlone()
    {
        var b = group.Rows.Define("name = 'B'");

        (await AskAsync(group.Total($"arraySort({group.Moments.Times(b)})"), group.Total($"arraySort({group.Moments.Times(b, "moment > 20")})"))).ShouldBe([(1, "[20],[]"), (2, "[40],[40]")]);
    }

    [Theory]
    [InlineData(Occurrence.First, "one")]
    [InlineData(Occurrence.Last, "three")]
    public async Task Value_AmongCallsOfOneInstant_IsThatOfTheMessageId(Occurrence occurrence, string expected)
    {
        var a = group.Rows.Define("name = 'A'");
        var value = group.Moments.Each(a, "value");

        var rows = await AskAsync(
            group.Moments.Value(occurrence, a, [value], "item0 != ''"), group.Moments.Value(occurrence, a, [value], "item0 != '' AND moment >= 30"), group.Moments.Value(occurrence, a, [value], "moment > 50"));

        rows.ShouldBe([(1, $"{expected},{(occurrence == Occurrence.First ? "tie" : "three")},"), (2, ",,")]);
    }

    [Fact]
    public async Task Each_OfSeveralTexts_KeepsThemApartAndInTheOrderOfTheTimes()
    {
        var a = group.Rows.Define("name = 'A'");
        var (values, ids) = (group.Moments.Each(a, "value"), group.Moments.Each(a, "concat('id ', message_id)"));
        group.Moments.Each(a, "value").ShouldBe(values);

        var rows = await AskAsync(group.Total($"arraySort(arrayMap((time, value, id) -> concat(toString(time), value, id), {group.Moments.Times(a)}, {values}, {ids}))"));

        rows.ShouldBe([(1, "['10oneid c','30threeid b','30tieid a','50id f']"), (2, "[]")]);
    }

    private async Task<List<(byte Profile, string Answers)>> AskAsync(params string[] columns)
    {
        var sql = group.Select(Calls, ["profile_id", "time", "message_id", "name", "value"]);
        var rows = await warehouse.Client.ListAsync<AnswerRow>(new Statement($"SELECT profile_id, arrayStringConcat([{string.Join(", ", columns.Select(column => $"toString({column})"))}], ',') AS answers FROM ({sql}) ORDER BY profile_id"));
        return rows.ConvertAll(row => (row.ProfileId, row.Answers));
    }

    private sealed record AnswerRow(byte ProfileId, string Answers);
}
