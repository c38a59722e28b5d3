using System.Text;
using Tessera.Engine.Statements;

namespace Tessera.Engine.Tests.Statements;

public sealed class StatementTextTests
{
    [Theory]
    [InlineData("SELECT 1 FORMAT JSON", "JSON")]
    [InlineData("SELECT 1 format JSONEachRow ; -- end", "JSONEachRow")]
    [InlineData("SELECT 1 FORMAT JSON SETTINGS max_threads = 1, x = 'FORMAT CSV'", "JSON")]
    [InlineData("SELECT 1 SETTINGS max_threads = 1 FORMAT JSON", "JSON")]
    [InlineData("SHOW TABLES FORMAT TSVRaw", "TSVRaw")]
    [InlineData("SELECT 1 AS format", null)]
    [InlineData("SELECT format FROM t", null)]
    [InlineData("SELECT format('{}', x) FROM t", null)]
    [InlineData("SELECT 'FORMAT JSON'", null)]
    [InlineData("SELECT 1 -- FORMAT JSON", null)]
    [InlineData("SELECT $$ FORMAT JSON$$", null)]
    [InlineData("SELECT t.format x", null)]
    [InlineData("SELECT format x FROM t", null)]
    public void Format_Clause_IsFoundOnlyWhereItIsOne(string sql, string? format) => Read(sql).Format.ShouldBe(format);

    [Theory]
    [InlineData("SELECT 1;", "SELECT 1\nINTO OUTFILE '/p' TRUNCATE FORMAT JSON")]
    [InlineData("SELECT 1 FORMAT JSON -- so", "SELECT 1 \nINTO OUTFILE '/p' TRUNCATE FORMAT JSON")]
    [InlineData("SELECT 1 FORMAT JSON SETTINGS a = 1", "SELECT 1 \nINTO OUTFILE '/p' TRUNCATE FORMAT JSON SETTINGS a = 1")]
    public void IntoFile_Statement_GoesBeforeTheFormat(string sql, string expected) =>
        Encoding.UTF8.GetString(Read(sql).IntoFile("/p", "JSON")).ShouldBe(expected);

    [Theory]
    [InlineData("  /* a /* nested */ comment */ SELECT 1", "SELECT", true)]
    [InlineData("with x as (select 1) select 2", "WITH", true)]
    [InlineData("(SELECT 1) UNION ALL (SELECT 2)", "(", true)]
    [InlineData("# comment\nSHOW TABLES", "SHOW", false)]
    [InlineData("-- only a comment", "", false)]
    [InlineData(";;", "", false)]
    public void FirstWord_Statement_IsItsFirstSignificantWord(string sql, string word, bool isSelect)
    {
        var text = Read(sql);

        text.FirstWord.ShouldBe(word);
        text.IsSelect.ShouldBe(isSelect);
    }

    [Theory]
    [InlineData("SELECT 1 INTO OUTFILE 'x'", true)]
    [InlineData("SELECT 'INTO OUTFILE'", false)]
    [InlineData("SELECT `INTO` `OUTFILE`", false)]
    public void HasIntoOutfile_Statement_LooksAtWordsOnly(string sql, bool expected) => Read(sql).HasIntoOutfile.ShouldBe(expected);

    [Fact]
    public void Bytes_SurroundedByCommentsAndSemicolons_AreTheStatementAlone() =>
        Encoding.UTF8.GetString(Read(" /* x */ SELECT ';' ; ; -- y").Bytes.Span).ShouldBe("SELECT ';'");

    private static StatementText Read(string sql) => new(Encoding.UTF8.GetBytes(sql));
}
