using Tessera.Segments.Tests.Support;

namespace Tessera.Segments.Tests.Text;

public sealed class PrinterTests
{
    private const int Trees = 20_000;

    [Fact]
    public void Print_AnyTree_ReadsBackAsTheSameTree()
    {
        var generator = new TreeGenerator(new Random(20260301));
        for (var index = 0; index < Trees; index++)
        {
            var segment = generator.Segment();
            var text = segment.ToString();

            var parsed = Segment.Parse(text);

            parsed.Diagnostics.ShouldBeEmpty(text);
            parsed.Segment.ShouldBe(segment, text);
            parsed.Segment!.ToString().ShouldBe(text);
        }
    }

    [Fact]
    public void Print_AnyTree_NeedsEachOfItsBrackets()
    {
        // Brackets are minimal: without any one pair the text says something else, or nothing.
        var generator = new TreeGenerator(new Random(4711));
        var seen = 0;
        for (var index = 0; index < 10_000; index++)
        {
            var segment = generator.Segment();
            var text = segment.ToString();
            foreach (var (open, close) in GroupingBrackets(text))
            {
                seen++;
                var without = text.Remove(close, 1).Remove(open, 1);
                Segment.Parse(without).Segment.ShouldNotBe(segment, $"{text}\n{without}");
            }
        }

        seen.ShouldBeGreaterThan(500);
    }

    [Fact]
    public void Generator_ReachesEveryConstruct()
    {
        var generator = new TreeGenerator(new Random(1));
        HashSet<Type> reached = [];
        for (var index = 0; index < 3_000; index++)
        {
            reached.UnionWith(Tree.All(generator.Segment()).Select(part => part.GetType()));
        }

        Tree.Constructs.Where(type => !reached.Contains(type)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("plan is \"free\" and (seats > 3 and phone is set)", "plan is \"free\" and seats > 3 and phone is set")]
    [InlineData("((plan is \"free\"))", "plan is \"free\"")]
    [InlineData("(plan is \"free\" and seats > 3) or phone is set", "plan is \"free\" and seats > 3 or phone is set")]
    [InlineData("plan is \"free\" and (seats > 3 or phone is set)", "plan is \"free\" and (seats > 3 or phone is set)")]
    [InlineData("not(plan is \"free\")", "not plan is \"free\"")]
    [InlineData("not did \"Login\"", "did not do \"Login\"")]
    [InlineData("not not did \"Login\"", "not did not do \"Login\"")]
    [InlineData("NOT (plan IS \"free\" OR seats>3)", "not (plan is \"free\" or seats > 3)")]
    [InlineData("did \"Login\" ever", "did \"Login\"")]
    [InlineData("did \"Login\" at least 1 times", "did \"Login\"")]
    [InlineData("did \"Login\" once", "did \"Login\" exactly 1 time")]
    [InlineData("did \"Login\" in the last 1 days", "did \"Login\" in the last 1 day")]
    [InlineData("seats > 1.500", "seats > 1.5")]
    [InlineData("seats > -0", "seats > 0")]
    [InlineData("did \"Login\" since 2026-03-01T10:30:00.500+01:00", "did \"Login\" since 2026-03-01T09:30:00.5Z")]
    [InlineData("company is \"Acme\"", "company is \"Acme\"")]
    [InlineData("count >= 3", "trait \"count\" >= 3")]
    [InlineData("trait \"plan\" is \"free\"", "plan is \"free\"")]
    [InlineData("trait \"plan\".\"code name\" is \"x\"", "plan.\"code name\" is \"x\"")]
    [InlineData("\"Favourite colour\" is \"blue\"", "trait \"Favourite colour\" is \"blue\"")]
    [InlineData("did \"A\" where \"b c\" is set", "did \"A\" where property \"b c\" is set")]
    [InlineData("tags includes any of (\"a\")", "tags includes \"a\"")]
    [InlineData("tags includes all of (\"a\")", "tags includes \"a\"")]
    [InlineData("plan is \"free\" # why\nand # because\nseats > 3", "plan is \"free\" and seats > 3")]
    public void Print_OfText_IsCanonical(string text, string canonical)
    {
        var parsed = Segment.Parse(text);

        parsed.Diagnostics.ShouldBeEmpty();
        parsed.Segment!.ToString().ShouldBe(canonical);
        Segment.Parse(canonical).Segment.ShouldBe(parsed.Segment);
    }

    [Fact]
    public void Print_WhereBeforeATrait_IsBracketed()
    {
        var did = new Did(new EventSelector(new EventName("A"), new PropertyCondition(new ValuePath("x"), new IsSet())));
        var trait = new TraitCondition(new ValuePath("plan"), new TextIs("free"));

        new All(did, trait).ToString().ShouldBe("(did \"A\" where x is set) and plan is \"free\"");
        new All(trait, did).ToString().ShouldBe("plan is \"free\" and did \"A\" where x is set");
        new All(did, did).ToString().ShouldBe("did \"A\" where x is set and did \"A\" where x is set");
    }

    // A bracket after 'of' belongs to a list.
    private static IEnumerable<(int Open, int Close)> GroupingBrackets(string text)
    {
        Stack<int> open = [];
        var inText = false;
        for (var index = 0; index < text.Length; index++)
        {
            switch (text[index])
            {
                case '\\' when inText:
                    index++;
                    break;
                case '"':
                    inText = !inText;
                    break;
                case '(' when !inText:
                    open.Push(index);
                    break;
                case ')' when !inText:
                    var start = open.Pop();
                    if (start < 3 || text[(start - 3)..start] != "of ")
                    {
                        yield return (start, index);
                    }

                    break;
            }
        }
    }
}
