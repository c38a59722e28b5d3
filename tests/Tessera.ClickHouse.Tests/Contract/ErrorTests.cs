using Tessera.Testing;

namespace Tessera.ClickHouse.Tests.Contract;

public sealed class ErrorTests(EngineFixture engine) : EngineTest(engine)
{
    [Theory]
    [InlineData("SELEC 1", 62, "SYNTAX_ERROR")]
    [InlineData("SELECT * FROM nowhere", 60, "UNKNOWN_TABLE")]
    [InlineData("SELECT nothing", 47, "UNKNOWN_IDENTIFIER")]
    [InlineData("SELECT 1 + 'a'", 43, "ILLEGAL_TYPE_OF_ARGUMENT")]
    [InlineData("SELECT throwIf(1, 'no; (really)')", 395, "FUNCTION_THROW_IF_VALUE_IS_NON_ZERO")]
    public async Task Error_OfAStatement_HasCodeNameAndOneSentence(string sql, int code, string name)
    {
        var exception = await Should.ThrowAsync<ClickHouseException>(() => Client.ListAsync<int>(new Statement(sql).WithQueryId("failing"), Token));

        exception.Code.ShouldBe(code);
        exception.Name.ShouldBe(name);
        exception.QueryId.ShouldBe("failing");
        exception.IsTransient.ShouldBeFalse();
        exception.Message.ShouldNotContain("DB::Exception");
        exception.Message.ShouldNotContain("version");
        exception.Message.ShouldNotContain("Stack trace");
        exception.Message.ShouldNotContain("\n");
        exception.Message.ShouldEndWith(".");
        exception.Message.Length.ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task Error_OwnText_IsKept() =>
        (await Should.ThrowAsync<ClickHouseException>(() => Client.ListAsync<int>(new Statement("SELECT throwIf(1, 'no; (really)')"), Token)))
            .Message.ShouldStartWith("no; (really)");

    [Fact]
    public async Task Error_WrongPassword_IsNotRetried()
    {
        using var client = Engine.Connect(Database, options => options with { Password = "wrong" });

        var exception = await Should.ThrowAsync<ClickHouseException>(() => client.PingAsync(Token));

        exception.Code.ShouldBeOneOf(193, 194, 516);
        exception.ShouldNotBeOfType<ClickHouseUnavailableException>();
    }

    [Fact]
    public async Task Error_UnknownDatabase_IsClear()
    {
        using var client = Engine.Connect("no_such_database");

        (await Should.ThrowAsync<ClickHouseException>(() => client.ListAsync<int>(new Statement("SELECT 1"), Token))).Code.ShouldBe(81);
    }

    [Fact]
    public async Task Error_SeveralStatements_AreRefused()
    {
        await RunAsync("CREATE TABLE kept (n Int32) ENGINE = Memory");

        (await Should.ThrowAsync<ClickHouseException>(() => Client.ExecuteAsync(new Statement("SELECT 1; DROP TABLE kept"), Token))).Code.ShouldBe(62);

        (await Client.SingleAsync<bool>(new Statement("EXISTS TABLE kept"), Token)).ShouldBeTrue();
    }

    [Fact]
    public async Task Limit_StatementThatRunsTooLong_EndsWithTheEnginesError()
    {
        var endless = new Statement("SELECT max(sipHash64(number)) FROM system.numbers").WithTimeout(TimeSpan.FromSeconds(1));

        (await Should.ThrowAsync<ClickHouseException>(() => Client.ListAsync<ulong>(endless, Token))).Code.ShouldBe(159);
    }
}
