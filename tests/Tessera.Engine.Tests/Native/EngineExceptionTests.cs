using Tessera.Engine.Native;

namespace Tessera.Engine.Tests.Native;

public sealed class EngineExceptionTests
{
    [Theory]
    [InlineData("Code: 60. DB::Exception: Table x does not exist. (UNKNOWN_TABLE)", 60, "UNKNOWN_TABLE", "Table x does not exist.")]
    [InlineData(
        "Code: 504. DB::Exception: Code: 504. DB::Exception: File exists. (FILE_ALREADY_EXISTS) (version 26.7.2.1). (FILE_ALREADY_EXISTS)",
        504, "FILE_ALREADY_EXISTS", "File exists.")]
    [InlineData("Code: 27. DB::Exception: Bad input: (at row 1)\n: While executing CSV. (CANNOT_PARSE) (version 26.7.2.1)", 27, "CANNOT_PARSE", "Bad input: (at row 1)\n: While executing CSV.")]
    [InlineData("Code: 33. DB::Exception: Cannot read. (version 26.7.2.1 (official build))", 33, "", "Cannot read.")]
    [InlineData("send_insert requires an INSERT query", 1002, "UNKNOWN_EXCEPTION", "send_insert requires an INSERT query")]
    public void Parse_EngineMessage_GivesCodeNameAndText(string text, int code, string name, string message)
    {
        var exception = EngineException.Parse(text);

        exception.Code.ShouldBe(code);
        exception.Name.ShouldBe(name);
        exception.Message.ShouldBe(message);
    }

    [Fact]
    public void Text_Exception_IsWordedAsAServerDoes() =>
        new EngineException(60, "UNKNOWN_TABLE", "No table.").Text.ShouldBe("Code: 60. DB::Exception: No table. (UNKNOWN_TABLE)");
}
