using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Tessera.Segments.Tests;

/// <summary>The one order of texts.</summary>
public sealed class TextOrderTests
{
    [Fact]
    public void Compare_AnyTexts_IsTheOrderOfTheirUtf8Bytes() =>
        Prop.ForAll(
            Texts.SelectMany(_ => Texts, (left, right) => (Left: left, Right: right)).ToArbitrary(),
            pair => Math.Sign(TextOrder.Instance.Compare(pair.Left, pair.Right))
                .ShouldBe(Math.Sign(Encoding.UTF8.GetBytes(pair.Left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(pair.Right)))))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));

    [Fact]
    public void Compare_WithNull_PutsItFirst()
    {
        TextOrder.Instance.Compare(null, null).ShouldBe(0);
        TextOrder.Instance.Compare(null, string.Empty).ShouldBeLessThan(0);
        TextOrder.Instance.Compare(string.Empty, null).ShouldBeGreaterThan(0);
    }

    // Few characters, so that texts often begin alike: two of each side of the halves, and halves that begin alike.
    private static Gen<string> Texts { get; } = Gen.Elements("a", "\u00e9", "\ud7ff", "\ue000", "\uff21", "\ud83d\ude00", "\ud83d\ude01", "\U00010000", "\U0010ffff").ListOf()
        .Select(string.Concat);
}
