using System.Text;
using Tessera.Engine.Statements;

namespace Tessera.Engine.Tests.Statements;

public sealed class InsertStatementTests
{
    [Theory]
    [InlineData("INSERT INTO t FORMAT CSV\n1,2", "INSERT INTO t", "CSV", "1,2")]
    [InlineData("INSERT INTO t FORMAT CSV   \r\n1,2", "INSERT INTO t", "CSV", "1,2")]
    [InlineData("INSERT INTO t FORMAT CSV 1,2", "INSERT INTO t", "CSV", "1,2")]
    [InlineData("INSERT INTO t FORMAT TSV\n\n\nDROP TABLE t", "INSERT INTO t", "TSV", "\n\nDROP TABLE t")]
    [InlineData("INSERT INTO t VALUES (1), (2); DROP TABLE t", "INSERT INTO t", "Values", " (1), (2); DROP TABLE t")]
    [InlineData("INSERT INTO t(a, b) VALUES (1)", "INSERT INTO t(a, b)", "Values", " (1)")]
    [InlineData("insert into db.t (a) settings x = 'format CSV', y=1 format RowBinary\n", "insert into db.t (a) settings x = 'format CSV', y=1", "RowBinary", "")]
    [InlineData("INSERT INTO format FORMAT TSV\nx", "INSERT INTO format", "TSV", "x")]
    [InlineData("INSERT INTO `values` (`select`) VALUES ('x')", "INSERT INTO `values` (`select`)", "Values", " ('x')")]
    [InlineData("INSERT INTO {db:Identifier}.{t:Identifier} FORMAT TSV\nx", "INSERT INTO {db:Identifier}.{t:Identifier}", "TSV", "x")]
    [InlineData("INSERT INTO t /* FORMAT CSV */ -- VALUES\n FORMAT TSV\nx", "INSERT INTO t", "TSV", "x")]
    [InlineData("INSERT INTO FUNCTION null('a Int') FORMAT CSV\n1", "INSERT INTO FUNCTION null('a Int')", "CSV", "1")]
    [InlineData("INSERT INTO t", "INSERT INTO t", null, "")]
    [InlineData("INSERT INTO t (* EXCEPT(b)) FORMAT CSV\n1", "INSERT INTO t (* EXCEPT(b))", "CSV", "1")]
    public void TryRead_InsertWithData_SeparatesHeadFormatAndData(string sql, string head, string? format, string data)
    {
        var text = Encoding.UTF8.GetBytes(sql);

        var insert = InsertStatement.TryRead(text);

        insert.ShouldNotBeNull();
        Encoding.UTF8.GetString(insert.Head.Span).ShouldBe(head);
        insert.Format.ShouldBe(format);
        Encoding.UTF8.GetString(text.AsSpan(insert.DataStart)).ShouldBe(data);
    }

    [Theory]
    [InlineData("SELECT 1")]
    [InlineData("INSERT INTO t SELECT * FROM q FORMAT CSV")]
    [InlineData("INSERT INTO t (a, b) SELECT 1, 2")]
    [InlineData("INSERT INTO t WITH 1 AS x SELECT x")]
    [InlineData("INSERT INTO t (SELECT 1)")]
    [InlineData("INSERT INTO t ((SELECT 1) UNION ALL (SELECT 2))")]
    [InlineData("INSERT INTO t FROM INFILE 'x' FORMAT CSV")]
    [InlineData("INSERT INTO t (a")]
    [InlineData("INSERT INTO `t FORMAT CSV\n1")]
    [InlineData("")]
    public void TryRead_AnythingElse_IsNotAnInsertWithData(string sql) =>
        InsertStatement.TryRead(Encoding.UTF8.GetBytes(sql)).ShouldBeNull();
}
