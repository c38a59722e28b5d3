using Tessera.ClickHouse.Sql;

namespace Tessera.ClickHouse.Tests.Sql;

public sealed class PlaceholderTests
{
    [Fact]
    public void In_CodeStringsAndComments_FindsOnlyThoseInCode()
    {
        var placeholders = Placeholder.In(
            "SELECT {a:UInt8}, '{b:UInt8}', `{c:UInt8}` -- {d:UInt8}\n, { e : Array(String) }, {a:UInt8} /* {f:Date} */, map('x', 1), {'k': 2}");

        placeholders.Select(placeholder => (placeholder.Name, placeholder.Type.Text)).ShouldBe([("a", "UInt8"), ("e", "Array(String)")]);
    }

    [Theory]
    [InlineData("-- a view\nCREATE OR REPLACE VIEW v AS SELECT {a:UInt8}", 0)]
    [InlineData("create view v as SELECT {a:UInt8}", 0)]
    [InlineData("CREATE TABLE view ENGINE = Memory AS SELECT {a:UInt8}", 1)]
    [InlineData("SELECT {a:UInt8} FROM view", 1)]
    public void In_StatementThatMakesAView_LeavesTheViewItsParameters(string sql, int expected) => Placeholder.In(sql).Count.ShouldBe(expected);

    [Fact]
    public void In_TypeWithQuotesAndBrackets_IsReadWhole() =>
        Placeholder.In("SELECT {at:DateTime64(6, 'UTC')}").Single().Type.Text.ShouldBe("DateTime64(6, 'UTC')");

    [Fact]
    public void In_OneNameTwoTypes_IsRefused() =>
        Should.Throw<ArgumentException>(() => Placeholder.In("SELECT {a:UInt8}, {a:String}")).Message.ShouldContain("choose one");

    [Fact]
    public void In_MalformedType_IsRefused() =>
        Should.Throw<ArgumentException>(() => Placeholder.In("SELECT {a:Array(}")).Message.ShouldContain("not well formed");
}
