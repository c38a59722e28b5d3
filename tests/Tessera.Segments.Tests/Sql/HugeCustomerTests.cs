using Tessera.ClickHouse;
using Tessera.Segments.Tests.Reference;
using Xunit;

namespace Tessera.Segments.Tests.Sql;

/// <summary>One customer of a million calls is asked about in the memory that the smallest engine gives a statement.</summary>
public sealed class HugeCustomerTests(Warehouse warehouse) : IClassFixture<Warehouse>
{
    private const long Start = 1_767_225_600_000_000;
    private const string SmallestEngine = "338000000";

    [Theory]
    [InlineData("did \"Export\" at least 3 times in the last 7 days")]
    [InlineData("did \"Export\" on at least 3 days")]
    [InlineData("median of n of \"Order\" > 48")]
    [InlineData("count of distinct format of \"Export\" >= 3")]
    [InlineData("last of format of \"Order\" is \"svg 2\"")]
    [InlineData("did \"Export\" then \"Login\" within 1 day then \"Order\" within 1 day")]
    [InlineData("did \"Export\" then \"Login\" within 1 day without \"Nothing\" between")]
    [InlineData("did \"Export\" then \"Order\" within 1 day with the same format")]
    [InlineData("did \"Order\" and then did not do \"Refund\" within 1 minute")]
    public async Task Compile_OfAMillionCalls_AnswersAsOfAThousand(string definition)
    {
        var segment = Segment.Parse(definition).Segment!;
        var (few, many) = (await AskAsync(segment, 1_001), await AskAsync(segment, 1_000_001));
        (few, many).ShouldBe((true, true));
    }

    private async Task<bool> AskAsync(Segment segment, long calls)
    {
        var workspace = $"huge-{calls}";
        var step = calls > 10_000 ? 60_000_000L : 1_000_000_000L;
        var stored = await warehouse.Client.SingleAsync<long>(new Statement("SELECT toInt64(count()) FROM profiles WHERE workspace = {workspace:String}").With("workspace", workspace));
        if (stored == 0)
        {
            await warehouse.Client.ExecuteAsync(new Statement(
                """
                INSERT INTO events (workspace, profile_id, time, message_id, type, name, properties, context)
                SELECT {workspace:String}, toUUID('11111111-1111-4111-8111-111111111111'), fromUnixTimestamp64Micro({start:Int64} + toInt64(number) * {step:Int64}, 'UTC'), concat('m', toString(number)), 'track',
                    ['Export', 'Login', 'Order'][number % 3 + 1], concat('{"n":', toString(number % 100), ',"format":"svg ', toString(intDiv(number, 3) % 3), '"}'), '{}'
                FROM numbers({calls:UInt64})
                """).With("workspace", workspace).With("start", Start).With("step", step).With("calls", (ulong)calls));
            await warehouse.Client.ExecuteAsync(new Statement(
                "INSERT INTO profiles (workspace, profile_id, first_seen, last_seen, version) SELECT {workspace:String}, toUUID('11111111-1111-4111-8111-111111111111'), toDateTime64('2026-01-01', 6, 'UTC'), toDateTime64('2026-01-01', 6, 'UTC'), 1")
                .With("workspace", workspace));
        }

        var compiled = Warehouse.Compile(workspace, new World([]) { Zone = TimeZoneInfo.Utc }, [segment], Start + (calls * step));
        var statement = Warehouse.WithValues(new Statement($"SELECT toUInt8(max({compiled.Columns.Values.First()})) FROM (\n{compiled.Sql}\n)").WithTimeout(TimeSpan.FromMinutes(2)), compiled);
        return await warehouse.Client.SingleAsync<byte>(statement.WithSetting("max_memory_usage", SmallestEngine)) == 1;
    }
}
