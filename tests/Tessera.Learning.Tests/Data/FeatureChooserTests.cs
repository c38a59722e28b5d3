using System.Globalization;
using Tessera.Learning.Data;

namespace Tessera.Learning.Tests.Data;

public sealed class FeatureChooserTests
{
    [Fact]
    public void Choose_EveryKindOfUselessColumn_IsNamed()
    {
        var random = new SeededRandom(1);
        var rows = Enumerable.Range(0, 200).ToList();
        double[] target = [.. rows.Select(_ => random.NextInt(2))];
        var table = new Table(
        [
            new TextColumn("code", [.. rows.Select(row => row.ToString("X8", CultureInfo.InvariantCulture))]),
            new NumericColumn("number", [.. rows.Select(row => 1000.0 + row)]),
            new NumericColumn("customer_id", [.. rows.Select(row => 17.0 * row)]),
            new NumericColumn("useful", [.. rows.Select(_ => random.NextNormal())]),
            new NumericColumn("spread", [.. rows.Select(row => 17.0 * row)]),
            new NumericColumn("same", [.. rows.Select(_ => 3.0)]),
            new NumericColumn("empty", [.. rows.Select(_ => double.NaN)]),
            new CategoricalColumn("told", [.. rows.Select(row => target[row] == 1 ? "left" : "stayed")]),
            new TextColumn("comment", [.. rows.Select(row => $"text {row % 150}")]),
            new NumericColumn("target", target),
        ]);

        var choice = FeatureChooser.Choose(table, ["target"], [], target, isClass: true);

        choice.Features.ShouldBe(["useful", "spread"]);
        choice.Identifiers.ShouldBe(["code", "number", "customer_id"]);
        choice.Notices.Select(notice => notice.Split(' ')[0]).ShouldBe(["code", "number", "customer_id", "same", "empty", "told", "comment"]);
        choice.Notices.Single(notice => notice.StartsWith("told", StringComparison.Ordinal)).ShouldContain("gives the target away");
        FeatureChooser.Choose(table, ["target"], ["told"], target, isClass: true).Features.Contains("told", StringComparer.Ordinal).ShouldBeTrue();
    }

    [Fact]
    public void Choose_NumericTarget_NamesACopyOfIt()
    {
        var random = new SeededRandom(2);
        double[] target = [.. Enumerable.Range(0, 100).Select(_ => random.NextNormal())];
        var table = new Table([new NumericColumn("copy", [.. target.Select(value => 5 - (2 * value))]), new NumericColumn("near", [.. target.Select(value => value + (0.2 * random.NextNormal()))])]);

        FeatureChooser.Choose(table, [], [], target, isClass: false).Features.ShouldBe(["near"]);
    }
}
