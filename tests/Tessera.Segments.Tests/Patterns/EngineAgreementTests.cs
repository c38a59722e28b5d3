using Tessera.ClickHouse;
using Tessera.Segments.Patterns;
using Tessera.Testing;

namespace Tessera.Segments.Tests.Patterns;

/// <summary>What the engine's own RE2 takes, refuses and finds is what our reading of patterns says.</summary>
public sealed class EngineAgreementTests(EngineFixture engine) : IClassFixture<EngineFixture>
{
    private const string Pieces = "(?:)[]{}|*+\\^$.-:=!PQEdDwbBzApLNx0129abc, i\nä";

    [Fact]
    public async Task Match_RandomPatterns_IsWhatTheEngineFinds()
    {
        using var client = engine.Connect("default");
        var random = new Random(31);
        var (taken, found) = (0, 0);
        for (var round = 0; round < 600; round++)
        {
            var pattern = string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            string[] texts = [.. Enumerable.Range(0, 6).Select(_ => string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => "abc1 -\näi,"[random.Next(10)])))];
            var isValid = PatternParser.Parse(pattern).Problem is null;

            var answer = await AskAsync(client, pattern, texts);

            (answer is not null).ShouldBe(isValid, $"{pattern}: {PatternParser.Parse(pattern).Problem}");
            if (answer is not null)
            {
                var matcher = new PatternMatcher(pattern);
                texts.Select(matcher.IsMatch).ShouldBe(answer, pattern);
                taken++;
                found += answer.Count(isFound => isFound);
            }
        }

        taken.ShouldBeGreaterThan(100);
        found.ShouldBeGreaterThan(200);
    }

    [Theory]
    [InlineData("(?i)[k-s]", "K", "ſ", "k", "j")]
    [InlineData("(?i)^[a-z]+$", "ıi", "İ", "K", "ſſ")]
    [InlineData("(?i)^[µ]$", "μ", "Μ", "µ", "m")]
    [InlineData("(?i)^(ǆ|[в]|å)$", "ǅ", "ᲀ", "Å", "a")]
    [InlineData("(?i)^\\p{Lu}$", "a", "ß", "ẞ", "1")]
    [InlineData("(?i)ΣΑΣ", "σας", "σασ", "ΣΑΣ", "x")]
    [InlineData("(?i)straße", "STRASSE", "STRAẞE", "straße", "x")]
    [InlineData("\\p{Lu}\\p{Ll}+", "Äpfel", "äpfel", "ДОМ", "Дом")]
    [InlineData("^\\PL*$", "123 !", "a1", "٣", "é")]
    [InlineData("a.b", "a\nb", "a😀b", "ab", "axxb")]
    [InlineData("[^a-z]", "é", "z", "\n", "")]
    public async Task Match_BeyondAscii_IsWhatTheEngineFinds(string pattern, params string[] texts)
    {
        using var client = engine.Connect("default");
        var matcher = new PatternMatcher(pattern);

        texts.Select(matcher.IsMatch).ShouldBe((await AskAsync(client, pattern, texts))!);
    }

    // ClickHouse lets a dot stand for a line break, RE2 itself does not.
    private static async Task<bool[]?> AskAsync(ClickHouseClient client, string pattern, string[] texts)
    {
        try
        {
            var answer = await client.SingleAsync<string>(
                new Statement("SELECT arrayStringConcat(arrayMap(text -> toString(match(text, {pattern:String})), {texts:Array(String)}))")
                    .With("pattern", "(?-s)" + pattern)
                    .With("texts", texts));
            return [.. answer.Select(character => character == '1')];
        }
        catch (ClickHouseException)
        {
            return null;
        }
    }
}
