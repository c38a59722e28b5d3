namespace Tessera.ClickHouse.Tests;

public sealed class TableNameTests
{
    [Theory]
    [InlineData("events", "`events`")]
    [InlineData("tessera.events", "`tessera`.`events`")]
    [InlineData("a`; DROP TABLE b", @"`a\`; DROP TABLE b`")]
    [InlineData(@"a\`b", @"`a\\\`b`")]
    public void Parse_AnyName_IsQuoted(string text, string sql) => TableName.Parse(text).ToSql().ShouldBe(sql);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a.b.c")]
    [InlineData(".b")]
    [InlineData("a.")]
    public void Parse_NotAName_IsRefused(string text) => Should.Throw<ArgumentException>(() => TableName.Parse(text));
}
