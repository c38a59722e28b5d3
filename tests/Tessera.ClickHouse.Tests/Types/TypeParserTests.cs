using Tessera.ClickHouse.Types;

namespace Tessera.ClickHouse.Tests.Types;

public sealed class TypeParserTests
{
    [Fact]
    public void Parse_NestedType_KeepsStructureAndText()
    {
        var type = TypeParser.Parse("Map(LowCardinality(String), Array(Nullable(Decimal(18, 4))))");

        type.Name.ShouldBe("Map");
        type.Inner(0).Name.ShouldBe("LowCardinality");
        type.Inner(0).Unwrapped.Name.ShouldBe("String");
        var amount = type.Inner(1).Inner(0).Inner(0);
        amount.Name.ShouldBe("Decimal");
        amount.Number(0).ShouldBe(18);
        amount.Number(1).ShouldBe(4);
        type.Inner(1).Text.ShouldBe("Array(Nullable(Decimal(18, 4)))");
    }

    [Fact]
    public void Parse_Enum_ReadsQuotedNamesAndSignedNumbers()
    {
        var type = TypeParser.Parse(@"Enum8('it\'s' = -1, 'a, b) = 3' = 2, 'new''er' = 3, '' = 4)");

        type.Arguments.Select(member => (member.Label, member.Number))
            .ShouldBe([("it's", -1L), ("a, b) = 3", 2L), ("new'er", 3L), ("", 4L)]);
    }

    [Fact]
    public void Parse_NamedTuple_SeparatesNamesFromTypes()
    {
        var type = TypeParser.Parse("Tuple(since DateTime64(6, 'UTC'), `odd name` Array(UInt8), plain String)");

        type.Arguments.Select(element => element.Label).ShouldBe(["since", "odd name", "plain"]);
        type.Inner(0).Arguments[1].Label.ShouldBe("UTC");
        type.Inner(1).Inner(0).Name.ShouldBe("UInt8");
    }

    [Fact]
    public void Parse_AggregateWrapper_UnwrapsToItsValue() =>
        TypeParser.Parse("SimpleAggregateFunction(sum, UInt64)").Unwrapped.Name.ShouldBe("UInt64");

    [Theory]
    [InlineData("JSON")]
    [InlineData("JSON(max_dynamic_paths=16, a.b UInt32, SKIP c, SKIP REGEXP 'd(.*')")]
    public void Parse_JsonWithOptions_IsJson(string text) => TypeParser.Parse(text).Name.ShouldBe("JSON");

    [Theory]
    [InlineData("")]
    [InlineData("Array(")]
    [InlineData("Array(String))")]
    [InlineData("Array(String")]
    [InlineData("Enum8('a = 1)")]
    [InlineData("Tuple(,)")]
    [InlineData("JSON(a")]
    [InlineData("String DROP")]
    public void Parse_NotAType_SaysWhere(string text) =>
        Should.Throw<FormatException>(() => TypeParser.Parse(text)).Message.ShouldContain("is not a ClickHouse type");

    [Fact]
    public void Parse_AbsurdNesting_IsRefusedRatherThanOverflowingTheStack()
    {
        var text = string.Concat(Enumerable.Repeat("Array(", 100_000)) + "String" + new string(')', 100_000);

        Should.Throw<FormatException>(() => TypeParser.Parse(text)).Message.ShouldContain("nested");
    }
}
