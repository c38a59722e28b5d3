using System.Text;
using Tessera.Engine.Statements;

namespace Tessera.Engine.Tests.Statements;

public sealed class KillStatementTests
{
    private static readonly Dictionary<string, string> Parameters = new(StringComparer.Ordinal) { ["id"] = @"tab\there" };

    [Theory]
    [InlineData("KILL QUERY WHERE query_id = 'abc'", "abc", false)]
    [InlineData("kill query where query_id='it\\'s' SYNC", "it's", true)]
    [InlineData("KILL QUERY WHERE query_id = {id:String} ASYNC;", "tab\there", false)]
    public void TryRead_KillById_GivesTheId(string sql, string id, bool wait) =>
        Read(sql).ShouldBe(new KillStatement(id, wait));

    [Theory]
    [InlineData("KILL QUERY WHERE user = 'x'")]
    [InlineData("KILL QUERY WHERE query_id = 'a' OR 1")]
    [InlineData("KILL QUERY WHERE query_id = {missing:String}")]
    [InlineData("KILL MUTATION WHERE mutation_id = 'x'")]
    [InlineData("SELECT 1")]
    public void TryRead_AnythingElse_IsLeftToTheEngine(string sql) => Read(sql).ShouldBeNull();

    private static KillStatement? Read(string sql) => KillStatement.TryRead(new StatementText(Encoding.UTF8.GetBytes(sql)), Parameters);
}
