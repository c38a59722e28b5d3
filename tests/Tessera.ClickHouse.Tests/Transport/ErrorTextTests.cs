using Tessera.ClickHouse.Transport;

namespace Tessera.ClickHouse.Tests.Transport;

public sealed class ErrorTextTests
{
    [Theory]
    [InlineData(
        "Code: 62. DB::Exception: Syntax error: failed at position 1 (SELEC): SELEC 1. Expected one of: Query, EXPLAIN. (SYNTAX_ERROR) (version 26.7.2.1 (official build))\n",
        62, "SYNTAX_ERROR", "Syntax error: failed at position 1 (SELEC): SELEC 1.")]
    [InlineData(
        "Code: 60. DB::Exception: Table default.wtf does not exist. (UNKNOWN_TABLE) (version 25.1)",
        60, "UNKNOWN_TABLE", "Table default.wtf does not exist.")]
    [InlineData(
        "Code: 60, e.displayText() = DB::Exception: Table default.wtf doesn't exist (version 21.3.1.1)",
        60, "", "Table default.wtf doesn't exist.")]
    [InlineData(
        "Code: 241. DB::Exception: Received from other:9000. DB::Exception: (total) memory limit exceeded: would use 2.00 GiB: While executing AggregatingTransform. (MEMORY_LIMIT_EXCEEDED) (version 26.7)",
        241, "MEMORY_LIMIT_EXCEEDED", "(total) memory limit exceeded: would use 2.00 GiB.")]
    [InlineData(
        "Code: 47. DB::Exception: Unknown expression identifier 'x' in scope SELECT x. Stack trace: 0. a 1. b (UNKNOWN_IDENTIFIER)",
        47, "UNKNOWN_IDENTIFIER", "Unknown expression identifier 'x' in scope SELECT x.")]
    [InlineData(
        "0\n0\n\r\n__exception__\r\nabc\r\nCode: 395. DB::Exception: too far\n  really: while executing 'FUNCTION throwIf'. (FUNCTION_THROW_IF_VALUE_IS_NON_ZERO) (version 26.7.2.1)\n275 abc\r\n__exception__\r\n",
        395, "FUNCTION_THROW_IF_VALUE_IS_NON_ZERO", "too far really.")]
    public void Find_TextOfTheEngine_IsCodeNameAndSentence(string text, int code, string name, string message)
    {
        var error = ErrorText.Find(text, "q").ShouldNotBeNull();

        (error.Code, error.Name, error.Message, error.QueryId).ShouldBe((code, name, message, "q"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>Bad Gateway</html>")]
    [InlineData("Code: x. DB::Exception: y")]
    public void Find_OtherText_IsNothing(string text) => ErrorText.Find(text, null).ShouldBeNull();

    [Fact]
    public void Sentence_EndlessText_IsShortened()
    {
        var sentence = ErrorText.Sentence(new string('x', 10_000));

        sentence.Length.ShouldBeLessThan(700);
        sentence.ShouldEndWith("…");
    }
}
