using Tessera.ClickHouse.Sql;

namespace Tessera.ClickHouse.Tests.Sql;

public sealed class SqlTextTests
{
    [Theory]
    [InlineData("SELECT 1; SELECT 2", new[] { "SELECT 1", "SELECT 2" })]
    [InlineData("SELECT ';'; SELECT 2;", new[] { "SELECT ';'", "SELECT 2" })]
    [InlineData(@"SELECT 'a\';b'; SELECT 2", new[] { @"SELECT 'a\';b'", "SELECT 2" })]
    [InlineData("SELECT 'a'';b'; SELECT 2", new[] { "SELECT 'a'';b'", "SELECT 2" })]
    [InlineData("SELECT `a;b`, \"c;d\"; SELECT 2", new[] { "SELECT `a;b`, \"c;d\"", "SELECT 2" })]
    [InlineData("-- one; two\nSELECT 1; # three; four\nSELECT 2", new[] { "-- one; two\nSELECT 1", "# three; four\nSELECT 2" })]
    [InlineData("/* a; /* b; */ c; */ SELECT 1; SELECT 2", new[] { "/* a; /* b; */ c; */ SELECT 1", "SELECT 2" })]
    [InlineData("SELECT $tag$ a;b $x$ $tag$; SELECT 2", new[] { "SELECT $tag$ a;b $x$ $tag$", "SELECT 2" })]
    [InlineData("SELECT a$b$; SELECT c$b$", new[] { "SELECT a$b$", "SELECT c$b$" })]
    [InlineData("SELECT 1 // one; two\n; SELECT 2", new[] { "SELECT 1 // one; two", "SELECT 2" })]
    [InlineData("SELECT $1; SELECT 2", new[] { "SELECT $1", "SELECT 2" })]
    [InlineData(";; SELECT 1 ;; -- nothing more;\n ; ", new[] { "SELECT 1" })]
    [InlineData("SELECT 1 - -1; SELECT 2", new[] { "SELECT 1 - -1", "SELECT 2" })]
    [InlineData("SELECT 'never closed; SELECT 2", new[] { "SELECT 'never closed; SELECT 2" })]
    public void Split_SemicolonsThatAreCode_SeparateStatements(string sql, string[] statements) =>
        SqlText.Split(sql).ShouldBe(statements);

    [Fact]
    public void Split_OnlyComments_IsNothing() => SqlText.Split("-- a\n/* b */ ; ").ShouldBeEmpty();

    [Theory]
    [InlineData("select 1", "SELECT")]
    [InlineData("  -- INSERT\n /* DROP */ (SELECT 1)", "SELECT")]
    [InlineData("WITH 1 AS x SELECT x", "WITH")]
    [InlineData("'SELECT'", "")]
    [InlineData("", "")]
    public void FirstWord_SkipsSpaceAndComments(string sql, string word) => SqlText.FirstWord(sql).ShouldBe(word);
}
