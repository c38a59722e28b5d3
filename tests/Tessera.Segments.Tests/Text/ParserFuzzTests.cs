using System.Text;
using Tessera.Segments.Tests.Support;
using Tessera.Segments.Text;

namespace Tessera.Segments.Tests.Text;

/// <summary>No text crashes the parser, and none makes it do more than a fixed amount of work for each character.</summary>
public sealed class ParserFuzzTests
{
    /// <summary>Looks at characters and tokens, per character of the text. The worst text found took 9.</summary>
    private const int MostStepsPerCharacter = 20;

    [Fact]
    public void Parse_RandomCharacters_GivesAResult()
    {
        var random = new Random(7);
        for (var round = 0; round < 20_000; round++)
        {
            var characters = new char[random.Next(1, 80)];
            for (var index = 0; index < characters.Length; index++)
            {
                characters[index] = random.Next(3) switch { 0 => (char)random.Next(32, 127), 1 => " ()\",.#%-=<>\\\n0123456789"[random.Next(24)], _ => (char)random.Next(0x10000) };
            }

            ShouldHold(new string(characters));
        }
    }

    [Fact]
    public void Parse_RandomWordsOfTheLanguage_GivesAResult()
    {
        string[] words =
        [
            "and", "or", "not", "(", ")", ",", "did", "\"A\"", "plan", "is", "where", "at", "least", "3", "times", "in", "the", "last", "14", "days", "then",
            "count", "of", "sum", "ratio", "to", "between", "2026-01-01", "ago", "with", "same", "without", "within", "per", "week", "segment", "company",
            "first", "most", "frequent", "%", ">=", "fell", "by", "one", "has", "been", "for", "on", "any", "event", "do", "random", "version", "-1", "matches",
        ];
        var random = new Random(11);
        for (var round = 0; round < 40_000; round++)
        {
            ShouldHold(string.Join(' ', Enumerable.Range(0, random.Next(1, 30)).Select(_ => words[random.Next(words.Length)])));
        }
    }

    [Fact]
    public void Parse_MutatedDefinitions_GivesAResult()
    {
        var random = new Random(13);
        var generator = new TreeGenerator(random);
        for (var round = 0; round < 8_000; round++)
        {
            var text = new StringBuilder(generator.Segment(2).ToString());
            for (var edits = random.Next(1, 5); edits > 0 && text.Length > 0; edits--)
            {
                var at = random.Next(text.Length);
                switch (random.Next(4))
                {
                    case 0:
                        text.Remove(at, random.Next(1, Math.Min(8, text.Length - at + 1)));
                        break;
                    case 1:
                        text.Insert(at, (char)random.Next(32, 127));
                        break;
                    case 2:
                        text[at] = "()\"\\ ,.-%=1a\n"[random.Next(13)];
                        break;
                    default:
                        text.Insert(at, text.ToString(at, random.Next(Math.Min(20, text.Length - at))));
                        break;
                }
            }

            ShouldHold(text.ToString());
        }
    }

    [Theory]
    [InlineData("(")]
    [InlineData("not ")]
    [InlineData(")")]
    [InlineData("\"")]
    [InlineData("\\")]
    [InlineData("\"\\")]
    [InlineData("at least 1 of (")]
    [InlineData("ratio of ")]
    [InlineData("plan is ")]
    [InlineData("a b and ")]
    [InlineData("did \"A\" where (")]
    [InlineData("did \"A\" where not ( a = 1 and ")]
    [InlineData("did \"A\" then ")]
    [InlineData("and ")]
    [InlineData(", ")]
    [InlineData("a.")]
    [InlineData("-")]
    [InlineData("9")]
    [InlineData("2026-")]
    [InlineData("country is one of (")]
    [InlineData("country is one of (\"a\", ")]
    [InlineData("“")]
    [InlineData("\ud83d")]
    [InlineData("x is one of ( (")]
    public void Parse_OneThingManyTimes_TakesLinearWork(string thing) => ShouldHold(string.Concat(Enumerable.Repeat(thing, 150_000 / thing.Length)));

    [Fact]
    public void Parse_TooLong_IsRefusedUnread()
    {
        var result = Parser.Parse(new string('(', Segment.MaxTextLength + 1), out var steps);

        result.Segment.ShouldBeNull();
        result.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(DiagnosticCodes.TooLong);
        steps.ShouldBe(0);
    }

    [Fact]
    public void Parse_LargeDefinition_TakesLinearWork()
    {
        var generator = new TreeGenerator(new Random(3));
        var text = string.Join("\nor ", Enumerable.Range(0, 400).Select(_ => $"({generator.Segment()})"));

        ShouldHold(text);
        Segment.Parse(text).Diagnostics.ShouldBeEmpty();
    }

    private static void ShouldHold(string text)
    {
        var result = Parser.Parse(text, out var steps);

        steps.ShouldBeLessThan((MostStepsPerCharacter * text.Length) + 500, text.Length > 200 ? text[..200] : text);
        (result.Segment is null).ShouldBe(result.Diagnostics.Any(problem => problem.Severity == DiagnosticSeverity.Error), text);
        result.Diagnostics.Count.ShouldBeLessThanOrEqualTo(101);
        foreach (var problem in result.Diagnostics)
        {
            problem.Span.Offset.ShouldBeInRange(0, text.Length);
            problem.Span.Length.ShouldBeInRange(0, text.Length - problem.Span.Offset);
            problem.Message.ShouldNotBeNullOrWhiteSpace();
        }

        if (result.Segment is { } segment)
        {
            Segment.Parse(segment.ToString()).Segment.ShouldBe(segment, text);
            segment.Describe().ShouldStartWith("customers");
        }
    }
}
