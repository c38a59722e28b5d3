using System.Text.RegularExpressions;
using Tessera.Segments.Patterns;

namespace Tessera.Segments.Tests.Patterns;

public sealed class PatternMatcherTests
{
    [Theory]
    [InlineData("", "", true)]
    [InlineData("", "abc", true)]
    [InlineData("b", "abc", true)]
    [InlineData("^b", "abc", false)]
    [InlineData("c$", "abc", true)]
    [InlineData("c$", "abc\n", false)] // no newline is forgiven at the end
    [InlineData("(?m)c$", "abc\nd", true)]
    [InlineData("(?m)^d", "abc\nd", true)]
    [InlineData("a.c", "a\nc", false)]
    [InlineData("(?s)a.c", "a\nc", true)]
    [InlineData("^.$", "😀", true)] // one code point
    [InlineData("^..$", "😀", false)]
    [InlineData("\\d", "٣", false)] // ASCII only
    [InlineData("\\pN", "٣", true)]
    [InlineData("\\w", "ä", false)]
    [InlineData("\\bä", "ä", false)] // ä is no word character
    [InlineData("\\bcat\\b", "a cat.", true)]
    [InlineData("\\Bat", "cat", true)]
    [InlineData("(?i)GRÜSSE", "grüsse", true)]
    [InlineData("(?i)[a-c]+$", "ABC", true)]
    [InlineData("(?i)[^a]", "A", false)]
    [InlineData("a{2,3}$", "xa", false)]
    [InlineData("^a{2,3}$", "aaa", true)]
    [InlineData("^a{2,3}$", "aaaa", false)]
    [InlineData("^(a|ab)(c|bcd)$", "abcd", true)]
    [InlineData("^[^@]+@example\\.com$", "anna@example.com", true)]
    [InlineData("^[^@]+@example\\.com$", "anna@example.comx", false)]
    [InlineData("\\Qa.b\\E", "a.b", true)]
    [InlineData("\\Qa.b\\E", "axb", false)]
    [InlineData("\\x{1F600}", "😀", true)]
    [InlineData("[^[:alpha:]]", "abc", false)]
    [InlineData("(|a)+$", "b", true)]
    [InlineData("(a*)*$", "aaab", true)]
    [InlineData("^(a*)*$", "aaab", false)]
    public void IsMatch_OfKnownPairs_IsAsRe2Says(string pattern, string text, bool matches) => new PatternMatcher(pattern).IsMatch(text).ShouldBe(matches);

    [Fact]
    public void IsMatch_RandomPatterns_AgreesWithAnIndependentEngine()
    {
        // Constructs that both engines read alike over these letters.
        string[] atoms = ["a", "b", "c", ".", "[ab]", "[^a]", "(?:a|bc)", "(?:ab|)", "^", "$", "\\b", "\\B", "(?:a?b)", "(?:c*)"];
        string[] repeats = ["", "", "", "*", "+", "?", "{2}", "{1,2}", "{0,1}", "{2,}"];
        var random = new Random(23);
        for (var round = 0; round < 3_000; round++)
        {
            var parts = Enumerable.Range(0, random.Next(1, 6)).Select(_ =>
            {
                var atom = atoms[random.Next(atoms.Length)];
                return atom is "^" or "$" or "\\b" or "\\B" ? atom : atom + repeats[random.Next(repeats.Length)];
            });
            var pattern = string.Join(random.Next(4) == 0 ? "|" : string.Empty, parts);
            var matcher = new PatternMatcher(pattern);
            var other = new Regex(pattern.Replace("$", "\\z", StringComparison.Ordinal), RegexOptions.CultureInvariant);
            for (var index = 0; index < 10; index++)
            {
                var text = string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => "abc "[random.Next(4)]));
                matcher.IsMatch(text).ShouldBe(other.IsMatch(text), $"{pattern} in {text}");
            }
        }
    }

    [Fact]
    public void IsMatch_OfWhatMakesBacktrackersSlow_Ends() =>
        new PatternMatcher("^(a+)+$").IsMatch(new string('a', 20_000) + "b").ShouldBeFalse();
}
