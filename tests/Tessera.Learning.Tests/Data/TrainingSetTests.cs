using Tessera.Learning.Data;

namespace Tessera.Learning.Tests.Data;

public sealed class TrainingSetTests
{
    private static readonly FeatureFrame Two = FeatureFrame.Numeric(["x"], [[1, 2]]);

    [Fact]
    public void Constructor_BadTarget_NamesTheRow()
    {
        Should.Throw<NotEstimableException>(() => new TrainingSet(Two, [1, double.NaN])).Message.ShouldBe("The target of row 1 is missing.");
        Should.Throw<NotEstimableException>(() => new TrainingSet(Two, [double.PositiveInfinity, 0])).Message.ShouldBe("The target of row 0 is infinite.");
        Should.Throw<NotEstimableException>(() => new TrainingSet(FeatureFrame.Numeric(["x"], [[]]), []));
    }

    [Fact]
    public void Constructor_BadWeightsOrLengths_Throws()
    {
        Should.Throw<ArgumentException>(() => new TrainingSet(Two, [1]));
        Should.Throw<ArgumentException>(() => new TrainingSet(Two, [1, 0], [1]));
        Should.Throw<ArgumentException>(() => new TrainingSet(Two, [1, 0], [1, -1]));
        Should.Throw<ArgumentException>(() => new TrainingSet(Two, [1, 0], [0, 0]));
    }

    [Fact]
    public void Of_InfiniteValueOrForeignCode_Throws()
    {
        Should.Throw<ArgumentException>(() => FeatureFrame.Numeric(["x"], [[1, double.PositiveInfinity]])).Message.ShouldContain("x has an infinite value");
        var schema = new FeatureSchema([FeatureDefinition.Categorical("c", ["a", "b"])]);
        Should.Throw<ArgumentException>(() => FeatureFrame.Of(schema, [[0, 2]]));
        Should.Throw<ArgumentException>(() => FeatureFrame.Of(schema, [[0.5]]));
    }

    [Fact]
    public void Take_Rows_KeepsTargetsAndWeightsWithTheirRows()
    {
        var taken = new TrainingSet(Two, [1, 0], [3, 4]).Take([1, 1]);

        taken.Features[0].ToArray().ShouldBe([2, 2]);
        taken.Target.ToArray().ShouldBe([0, 0]);
        taken.Weights.ToArray().ShouldBe([4, 4]);
        taken.TotalWeight.ShouldBe(8);
    }
}
