using Tessera.Engine.Hosting;

namespace Tessera.Engine.Tests.Hosting;

public sealed class EngineArgumentsTests
{
    [Fact]
    public void Parse_Formatted_IsTheOriginal()
    {
        var arguments = new EngineArguments("/data/engine", "/lib/libchdb.so", 8123, 1L << 31, 4, 60, 30);

        EngineArguments.Parse(arguments.Format()).ShouldBe(arguments);
    }

    [Fact]
    public void Parse_RelativePath_IsRefused()
    {
        var arguments = new EngineArguments("data", "/lib", 0, 1, 1, 1, 1).Format();

        Should.Throw<FormatException>(() => EngineArguments.Parse(arguments)).Message.ShouldContain("absolute");
    }

    [Theory]
    [InlineData("path", "/x")]
    [InlineData("--path")]
    [InlineData("--path", "/x", "--port", "many")]
    public void Parse_Malformed_IsRefused(params string[] arguments) =>
        Should.Throw<FormatException>(() => EngineArguments.Parse(arguments));
}
