using Tessera.Learning.Data;
using Tessera.Learning.Validation;

namespace Tessera.Learning.Tests.Validation;

public sealed class FoldsTests
{
    private static readonly double[] Target = [.. Enumerable.Range(0, 103).Select(row => row % 4 == 0 ? 1.0 : 0.0)];

    [Fact]
    public void Stratified_Folds_TestEveryRowOnceWithEqualShares()
    {
        var folds = Folds.Stratified(Target, 5, seed: 7);

        folds.SelectMany(fold => fold.Test.ToArray()).Order().ShouldBe(Enumerable.Range(0, Target.Length));
        foreach (var fold in folds)
        {
            fold.Training.ToArray().Concat(fold.Test.ToArray()).Order().ShouldBe(Enumerable.Range(0, Target.Length));
            fold.Test.Length.ShouldBeInRange(20, 21);
            // 26 ones over five folds.
            fold.Test.ToArray().Sum(row => Target[row]).ShouldBeInRange(5, 6);
        }
    }

    [Fact]
    public void Stratified_SameSeed_SameFoldsAndAnotherSeedOthers()
    {
        var first = Folds.Stratified(Target, 3, seed: 1);
        Folds.Stratified(Target, 3, seed: 1)[0].Test.ToArray().ShouldBe(first[0].Test.ToArray());
        Folds.Stratified(Target, 3, seed: 2)[0].Test.ToArray().ShouldNotBe(first[0].Test.ToArray());
    }

    [Fact]
    public void FromColumn_Numbers_MakesAFoldOfEachInNumericOrder()
    {
        var folds = Folds.FromColumn(new NumericColumn("fold", [10, 2, 10, 2, 2]));

        folds.Select(fold => fold.Name).ShouldBe(["2", "10"]);
        folds[0].Test.ToArray().ShouldBe([1, 3, 4]);
        folds[0].Training.ToArray().ShouldBe([0, 2]);
    }

    [Fact]
    public void FromColumn_MissingOrSingleValue_IsNotEstimable()
    {
        Should.Throw<NotEstimableException>(() => Folds.FromColumn(new NumericColumn("fold", [1, double.NaN]))).Message.ShouldContain("row 2");
        Should.Throw<NotEstimableException>(() => Folds.FromColumn(new NumericColumn("fold", [1, 1])));
    }

    [Fact]
    public void ByTime_NumbersAndTexts_TakesTheFirstAndRefusesTheOthers()
    {
        var fold = Folds.ByTime(new NumericColumn("month", [3, 1, 2, 4]), 0.25);

        fold.Test.ToArray().ShouldBe([3]);
        Should.Throw<NotEstimableException>(() => Folds.ByTime(new TextColumn("season", ["spring", "autumn"]), 0.5)).Message.ShouldContain("neither times nor numbers");
    }

    [Fact]
    public void ByTime_Share_TestsTheLatestAndKeepsEqualInstantsTogether()
    {
        DateTimeOffset?[] days = [.. new[] { 5, 1, 4, 2, 4, 3 }.Select(day => (DateTimeOffset?)DateTimeOffset.UnixEpoch.AddDays(day))];

        var fold = Folds.ByTime(new TimeColumn("day", days), 0.34);

        // Of days 1 2 3 4 4 5 the last third begins between the two fours: both are tested.
        fold.Test.ToArray().ShouldBe([0, 2, 4]);
        fold.Training.ToArray().ShouldBe([1, 3, 5]);
    }

    [Fact]
    public void Random_TooFewRows_IsNotEstimable() => Should.Throw<NotEstimableException>(() => Folds.Random(3, 5, 1));
}
