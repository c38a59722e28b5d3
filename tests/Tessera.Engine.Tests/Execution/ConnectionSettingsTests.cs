using Tessera.Engine.Execution;
using Tessera.Engine.Native;

namespace Tessera.Engine.Tests.Execution;

public sealed class ConnectionSettingsTests
{
    [Theory]
    [InlineData("a = 1, b")]
    [InlineData("")]
    [InlineData("x;")]
    [InlineData("naïve")]
    public void RequireName_NotAName_IsRefused(string name) =>
        Should.Throw<EngineException>(() => ConnectionSettings.RequireName(name)).Code.ShouldBe(115);

    [Fact]
    public void QuoteText_QuotesAndBackslashes_CannotEndTheLiteral() =>
        ConnectionSettings.QuoteText(@"a'b\").ShouldBe(@"'a\'b\\'");

    [Fact]
    public void QuoteIdentifier_Backquotes_CannotEndTheName() => ConnectionSettings.QuoteIdentifier("a`; DROP").ShouldBe(@"`a\`; DROP`");
}
