using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Tessera.ClickHouse.Tests.Support;
using Tessera.Testing;

namespace Tessera.ClickHouse.Tests.Contract;

/// <summary>A value given as a parameter reaches the engine as that value, whatever it looks like.</summary>
public sealed class ParameterTests(EngineFixture engine) : EngineTest(engine)
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(4_338, 1_161_141);

    public static TheoryData<string> Attacks =>
    [
        "'; DROP TABLE victims; --",
        "' OR 1 = 1 --",
        "\\'; DROP TABLE victims; --",
        "\\\\'; DROP TABLE victims",
        "{other:String}",
        "\\N",
        "NULL",
        "a\n\nDROP TABLE victims",
        "a\tb\r\nc\0d\be\ff\vg",
        "\u0001\u007f\ud83d\ude00\u2028",
        "&param_text=other&query=DROP TABLE victims",
        "%27%3B+DROP TABLE victims",
        "$$; DROP TABLE victims; $$",
        "/* */ -- #",
        "",
        " ",
    ];

    [Fact]
    public async Task List_TooLongForAnAddress_TravelsInTheBody()
    {
        // A server of one's own takes as much as its http_max_field_value_size says; this many of our ids by default.
        var count = Engine.Supervisor is null ? 3_000 : 100_000;
        var ids = Enumerable.Range(0, count).Select(number => new Guid(number, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)).ToList();
        var statement = new Statement("SELECT tuple(uniqExact(id), countIf(id = {one:UUID}), {text:String}) AS n FROM (SELECT arrayJoin({ids:Array(UUID)}) AS id)")
            .With("ids", ids).With("one", ids[^7]).With("text", "it's a \"text\"\r\n--x");
        (await Client.SingleAsync<(ulong, ulong, string)>(statement)).ShouldBe(((ulong)count, 1UL, "it's a \"text\"\r\n--x"));
    }

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task String_ThatLooksLikeSql_StaysAText(string attack)
    {
        await RunAsync("CREATE TABLE victims (n Int32) ENGINE = Memory");
        var statement = new Statement("SELECT {text:String}, {list:Array(String)}, {map:Map(String, String)}, {pair:Tuple(String, Nullable(String))}, {maybe:Nullable(String)}")
            .With("text", attack)
            .With("list", new[] { attack, "end" })
            .With("map", new Dictionary<string, string>(StringComparer.Ordinal) { [attack] = attack })
            .With("pair", (attack, (string?)attack))
            .With("maybe", attack);

        var row = await Client.SingleAsync<(string Text, string[] List, Dictionary<string, string> Map, (string, string?) Pair, string? Maybe)>(statement, Token);

        row.Text.ShouldBe(attack);
        row.List.ShouldBe([attack, "end"]);
        row.Map.ShouldBe([KeyValuePair.Create(attack, attack)]);
        row.Pair.ShouldBe((attack, attack));
        row.Maybe.ShouldBe(attack);
        (await Client.SingleAsync<bool>(new Statement("EXISTS TABLE victims"), Token)).ShouldBeTrue();
    }

    [Fact]
    public void String_Any_ComesBackTheSame() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text =>
        {
            // A lone half of a surrogate pair is no character; UTF-8 cannot carry it.
            var wellFormed = new string([.. text.Get.Where(character => !char.IsSurrogate(character))]);
            var echo = new Statement("SELECT {text:String}, {list:Array(Nullable(String))}").With("text", wellFormed).With("list", new[] { wellFormed, null });
            var (single, list) = Client.SingleAsync<(string, string?[])>(echo, Token).GetAwaiter().GetResult();
            single.ShouldBe(wellFormed);
            list.ShouldBe([wellFormed, null]);
        }).Check(Fixed);

    [Fact]
    public void Scalar_OfEveryKind_ComesBackTheSame() =>
        Prop.ForAll(EveryTypeGenerator.Seeds, seed =>
        {
            var row = EveryTypeGenerator.Row(1, new Random(seed));
            Echo("Int64", row.Signed64);
            Echo("UInt128", row.Unsigned128);
            Echo("Int256", row.Signed256);
            Echo("Float64", row.Float64);
            Echo("Float32", row.Float32);
            Echo("Decimal(18, 6)", row.Decimal64);
            Echo("Bool", row.Flag);
            Echo("UUID", row.Uuid);
            Echo("Date32", row.WideDay);
            Echo("DateTime('UTC')", row.Second);
            Echo("DateTime64(6, 'UTC')", row.Microsecond);
            Echo("Enum8('new' = 1, 'at-risk' = 2, 'cant-lose-them' = 3)", row.Standing8);
            Echo("Nullable(Int32)", row.MaybeNumber);
            Echo("Array(UUID)", row.Uuids);
            Echo("IPv6", row.Address6);
        }).Check(Fixed.WithMaxTest(20));

    [Fact]
    public async Task Identifier_OddName_IsQuotedByTheEngine()
    {
        const string odd = "a `table`; DROP TABLE x";
        await Client.ExecuteAsync(new Statement("CREATE TABLE {name:Identifier} (n Int32) ENGINE = Memory").With("name", odd), Token);

        (await Client.SingleAsync<ulong>(new Statement("SELECT count() FROM {name:Identifier}").With("name", odd), Token)).ShouldBe(0UL);
    }

    [Fact]
    public async Task List_OfThousands_FitsIntoARequest()
    {
        var ids = Enumerable.Range(0, 5_000).Select(i => new Guid(i, 0, 0, new byte[8])).ToArray();

        var count = await Client.SingleAsync<int>(new Statement("SELECT length({ids:Array(UUID)})").With("ids", ids), Token);

        count.ShouldBe(5_000);
    }

    [Fact]
    public async Task Missing_Parameter_IsAnErrorBeforeSending() =>
        await Should.ThrowAsync<InvalidOperationException>(() => Client.SingleAsync<string>(new Statement("SELECT {text:String}"), Token));

    private void Echo<T>(string type, T value)
    {
        var echoed = Client.SingleAsync<T>(new Statement($"SELECT {{value:{type}}}").With("value", value), Token).GetAwaiter().GetResult();
        echoed.ShouldBeTheSame(value, type);
    }
}
