namespace Tessera.Domain.Tests;

public sealed class IdentifierTests
{
    [Theory]
    [InlineData("user_id:42", "user_id", "42")]
    [InlineData("email:a@example.com", "email", "a@example.com")]
    [InlineData("urn:isbn:0451450523", "urn", "isbn:0451450523")]
    [InlineData("user_id: 42 ", "user_id", "42")]
    public void TryParse_KindAndValue_AreSplitAtTheFirstColon(string text, string kind, string value)
    {
        Identifier.TryParse(text, out var identifier).ShouldBeTrue();
        identifier.ShouldBe(new Identifier(kind, value));
        identifier.ToString().ShouldBe($"{kind}:{value}");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("42")]
    [InlineData(":42")]
    [InlineData("user_id:")]
    [InlineData("user_id:  ")]
    public void TryParse_WithoutKindOrValue_IsRefused(string? text) => Identifier.TryParse(text, out _).ShouldBeFalse();
}
