using System.Text.Json.Nodes;
using Tessera.Segments.Tests.Support;

namespace Tessera.Segments.Tests.Reference;

public sealed class ReferenceEvaluatorTests
{
    public static TheoryData<string> Scenarios => new(MembershipCases.Read().Select(scenario => scenario.Name));

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void IsMember_OfEverySharedCase_IsAsWorkedOutByHand(string name)
    {
        var (_, world, cases) = MembershipCases.Read().Single(scenario => scenario.Name == name);
        var evaluator = new ReferenceEvaluator(world);

        var wrong =
            from item in cases
            let parsed = Segment.Parse(item.Definition)
            let answer = parsed.Segment is { } segment ? evaluator.IsMember(segment, item.Customer, item.At).ToString() : string.Join("; ", parsed.Diagnostics)
            where answer != item.IsMember.ToString()
            select $"{Times.Time(item.At):O} {item.Definition}: {answer}";

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void SharedCases_ReachEveryConstruct()
    {
        var definitions = MembershipCases.Read().SelectMany(scenario => scenario.Cases).Select(item => Segment.Parse(item.Definition).Segment!);
        var reached = definitions.SelectMany(Tree.All).Select(part => part.GetType()).ToHashSet();

        Tree.Constructs.Where(type => !reached.Contains(type)).ShouldBeEmpty();
    }

    [Fact]
    public void SharedCases_AnswerBothWays_InEveryScenario() =>
        MembershipCases.Read().ShouldAllBe(scenario => scenario.Cases.Any(item => item.IsMember) && scenario.Cases.Any(item => !item.IsMember));

    [Fact]
    public void IsMember_OfAnyTree_HasAnAnswerAndItsDenialTheOther()
    {
        var (_, world, cases) = MembershipCases.Read().First();
        var anything = Segment.Parse("plan is \"free\"").Segment!;
        var evaluator = new ReferenceEvaluator(world with { Segments = new[] { "vip", "a \"b\"", "über" }.ToDictionary(key => key, _ => anything, StringComparer.Ordinal) });
        var generator = new TreeGenerator(new Random(8));
        for (var index = 0; index < 2_000; index++)
        {
            var definition = generator.Expression(2);

            var answer = evaluator.IsMember(new Segment(definition), cases[0].Customer, cases[0].At);

            evaluator.IsMember(new Segment(new Not(definition)), cases[0].Customer, cases[0].At).ShouldBe(!answer, definition.ToString());
        }
    }

    [Theory]
    [InlineData("100", "100")]
    [InlineData("100.0", "100")]
    [InlineData("49.50", "49.5")]
    [InlineData("1e3", "1000")]
    [InlineData("1e21", "1e21")]
    [InlineData("123456789012345680000", "123456789012345680000")]
    [InlineData("0.000001", "0.000001")]
    [InlineData("1.5e-7", "1.5e-7")]
    [InlineData("-0.0", "0")]
    [InlineData("true", "true")]
    [InlineData("\"x\"", "x")]
    [InlineData("[1]", null)]
    [InlineData("null", null)]
    public void Text_OfJson_IsItsShortestForm(string json, string? text) => Value.Text(JsonNode.Parse(json)).ShouldBe(text);
}
