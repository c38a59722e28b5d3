namespace Tessera.Segments.Tests;

public sealed class SemanticVersionTests
{
    [Fact]
    public void CompareTo_PublishedOrder_IsKept()
    {
        // Semantic Versioning 2.0.0, section 11, with the shorter and larger forms accepted here.
        string[] order =
        [
            "0.9", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta", "1.0.0-beta.2", "1.0.0-beta.11", "1.0.0-rc.1", "1.0.0", "2", "2.1.0",
            "2.1.1", "2.10", "99999999999999999999.0.0",
        ];
        for (var left = 0; left < order.Length; left++)
        {
            for (var right = 0; right < order.Length; right++)
            {
                Math.Sign(Version(order[left]).CompareTo(Version(order[right]))).ShouldBe(Math.Sign(left.CompareTo(right)), $"{order[left]} and {order[right]}");
            }
        }
    }

    [Theory]
    [InlineData("1", "1.0.0")]
    [InlineData("v1.2", "1.2.0")]
    [InlineData("1.0.0+build.1", "1.0.0+build.2")]
    [InlineData("01.0.0", "1.0.0")]
    public void CompareTo_SameVersionWrittenDifferently_IsZero(string left, string right)
    {
        Version(left).CompareTo(Version(right)).ShouldBe(0);
        Version(left).ShouldNotBe(Version(right));
    }

    [Theory]
    [InlineData("")]
    [InlineData("v")]
    [InlineData("1.")]
    [InlineData("1.2.3.4")]
    [InlineData("1.x")]
    [InlineData("1.0.0-")]
    [InlineData("1.0.0-a..b")]
    [InlineData("1.0.0+")]
    [InlineData("1.0.0-ä")]
    [InlineData(" 1")]
    [InlineData(null)]
    public void TryParse_WhatIsNoVersion_IsRefused(string? text) => SemanticVersion.TryParse(text, out _).ShouldBeFalse();

    private static SemanticVersion Version(string text) => SemanticVersion.TryParse(text, out var version) ? version : throw new InvalidOperationException(text);
}
