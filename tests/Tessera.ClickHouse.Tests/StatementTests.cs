namespace Tessera.ClickHouse.Tests;

public sealed class StatementTests
{
    [Fact]
    public void With_UnknownName_ListsTheKnown() =>
        Should.Throw<ArgumentException>(() => new Statement("SELECT {a:UInt8}, {b:String}").With("c", 1)).Message.ShouldContain("it has a, b");

    [Fact]
    public void With_ValueOfAnotherType_IsRefusedAtOnce() =>
        Should.Throw<ArgumentException>(() => new Statement("SELECT {a:UInt8}").With("a", "x")).Message.ShouldContain("'a'");

    [Fact]
    public void With_Again_ReplacesAndLeavesTheFirstAlone()
    {
        var first = new Statement("SELECT {a:UInt8}").With("a", 1);
        var second = first.With("a", 2);

        first.ParameterTexts().Single().Value.ShouldBe("1");
        second.ParameterTexts().Single().Value.ShouldBe("2");
    }

    [Fact]
    public void ParameterTexts_MissingValue_NamesIt() =>
        Should.Throw<InvalidOperationException>(() => new Statement("SELECT {a:UInt8}, {b:Date}").With("a", 1).ParameterTexts().ToList())
            .Message.ShouldContain("'b' (Date)");

    [Theory]
    [InlineData("query")]
    [InlineData("param_x")]
    [InlineData("user")]
    [InlineData("max threads")]
    [InlineData("a&b")]
    public void WithSetting_NotASetting_IsRefused(string name) =>
        Should.Throw<ArgumentException>(() => new Statement("SELECT 1").WithSetting(name, "1"));

    [Fact]
    public void ToString_ShowsNoValues() =>
        new Statement("SELECT {email:String}").With("email", "someone@example.org").ToString().ShouldNotContain("someone");

    [Fact]
    public void Embedded_MissingFile_SaysWhichWasSought() =>
        Should.Throw<ArgumentException>(() => Statement.Embedded(typeof(StatementTests), "Nothing.sql"))
            .Message.ShouldContain("Tessera.ClickHouse.Tests.Nothing.sql");
}
