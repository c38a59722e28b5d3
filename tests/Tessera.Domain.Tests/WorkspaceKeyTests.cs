namespace Tessera.Domain.Tests;

public sealed class WorkspaceKeyTests
{
    [Theory]
    [InlineData("default")]
    [InlineData("design-saas")]
    [InlineData("7")]
    [InlineData("a0123456789012345678901234567890123456-z")] // exactly 40 characters
    public void TryParse_AKey_IsRead(string text)
    {
        WorkspaceKey.TryParse(text, out var key).ShouldBeTrue();
        key.Value.ShouldBe(text);
        key.ShouldBe(new WorkspaceKey(text));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-a")]
    [InlineData("a-")]
    [InlineData("Shop")]
    [InlineData("a b")]
    [InlineData("a/b")]
    [InlineData("ä")]
    [InlineData("a0123456789012345678901234567890123456789")] // 41 characters
    public void TryParse_AnythingElse_IsRefused(string? text)
    {
        WorkspaceKey.TryParse(text, out _).ShouldBeFalse();
        if (text is not null)
        {
            Should.Throw<ArgumentException>(() => new WorkspaceKey(text)).Message.ShouldContain(text);
        }
    }

    [Fact]
    public void Value_OfTheDefaultStruct_Throws() => Should.Throw<InvalidOperationException>(() => default(WorkspaceKey).Value);
}
