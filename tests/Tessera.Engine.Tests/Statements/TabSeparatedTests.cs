using FsCheck;
using FsCheck.Fluent;
using Tessera.Engine.Statements;

namespace Tessera.Engine.Tests.Statements;

public sealed class TabSeparatedTests
{
    [Fact]
    public void Escape_SpecialCharacters_AreWrittenAsEscapes() =>
        TabSeparated.Escape("a\tb\nc\rd\\e'f\0").ShouldBe(@"a\tb\nc\rd\\e'f\0");

    [Fact]
    public void Unescape_Escaped_IsTheOriginal() => Prop.ForAll<string>(text =>
        TabSeparated.Unescape(TabSeparated.Escape(text ?? "")).ShouldBe(text ?? "")).Check(Config.QuickThrowOnFailure.WithReplay(1, 3));
}
