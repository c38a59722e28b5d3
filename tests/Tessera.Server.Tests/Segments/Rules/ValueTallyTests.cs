using System.Text.Json;
using Tessera.Segments.Checking;
using Tessera.Server.Segments.Rules.Catalogues;

namespace Tessera.Server.Tests.Segments.Rules;

public sealed class ValueTallyTests
{
    [Fact]
    public void Facts_OfObjects_HavePathsTypesAndTopValues()
    {
        var facts = Learn(
            """{ "plan": "pro", "seats": 3, "trial": true, "since": "2024-01-02T03:04:05Z", "address": { "city": "Ulm" }, "tags": ["a"], "products": [ { "sku": "x" } ], "none": null }""",
            """{ "plan": "free", "seats": "4" }""",
            """{ "plan": "pro" }""");

        facts["plan"].ShouldSatisfyAllConditions(
            plan => plan.Types.ShouldBe(ValueTypes.Text),
            plan => plan.Occurrences.ShouldBe(3),
            plan => plan.TopValues.ShouldBe([new ValueFrequency("pro", 2), new ValueFrequency("free", 1)]),
            plan => plan.IsComplete.ShouldBeTrue());
        facts["seats"].Types.ShouldBe(ValueTypes.Number | ValueTypes.NumericText);
        facts["trial"].Types.ShouldBe(ValueTypes.Boolean);
        facts["since"].Types.ShouldBe(ValueTypes.DateText);
        facts["address"].Types.ShouldBe(ValueTypes.Object);
        facts["address.city"].TopValues.ShouldBe([new ValueFrequency("Ulm", 1)]);
        facts["tags"].Types.ShouldBe(ValueTypes.List);
        facts["products.0.sku"].Types.ShouldBe(ValueTypes.Text);
        facts["none"].Types.ShouldBe(ValueTypes.None);
    }

    [Fact]
    public void Facts_OfASample_AreScaledAndNeverComplete()
    {
        var tally = new ValueTally();
        tally.Add(JsonDocument.Parse("""{ "plan": "pro" }""").RootElement);
        var plan = tally.Facts(10, "company.").ShouldHaveSingleItem();

        (plan.Path, plan.Occurrences, plan.IsComplete).ShouldBe(("company.plan", 10, false));
    }

    [Fact]
    public void Facts_OfManyValues_AreNotComplete() =>
        Learn([.. Enumerable.Range(0, 30).Select(number => $$"""{ "id": "customer {{number}}" }""")])["id"].IsComplete.ShouldBeFalse();

    private static Dictionary<string, ValueFacts> Learn(params string[] objects)
    {
        var tally = new ValueTally();
        foreach (var text in objects)
        {
            tally.Add(JsonDocument.Parse(text).RootElement);
        }

        return tally.Facts(1).ToDictionary(facts => facts.Path, StringComparer.Ordinal);
    }
}
