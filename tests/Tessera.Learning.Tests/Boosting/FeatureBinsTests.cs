using FsCheck;
using FsCheck.Fluent;
using Tessera.Learning.Boosting;

namespace Tessera.Learning.Tests.Boosting;

public sealed class FeatureBinsTests
{
    [Fact]
    public void Fill_AnyNumbers_EqualsTheFirstBoundNotBelow()
    {
        Prop.ForAll(Gen.Choose(-40, 40).Select(value => value / 8.0).NonEmptyListOf().ToArbitrary(), Gen.Choose(2, 255).ToArbitrary(), (values, maximum) =>
        {
            var bins = FeatureBins.OfNumbers([.. values, double.NaN], maximum);
            bins.Count.ShouldBeLessThanOrEqualTo(maximum + 1);
            foreach (var value in values.Append(-1000).Append(1000))
            {
                var expected = 1;
                while (expected < bins.Count - 1 && bins.UpperBound(expected) < value)
                {
                    expected++;
                }

                BinOf(bins, value).ShouldBe(expected);
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void OfNumbers_FewValues_GivesEachItsBinAndCutsHalfWay()
    {
        var bins = FeatureBins.OfNumbers([3, 1, double.NaN, 2, 1], 255);

        bins.Count.ShouldBe(4);
        bins.UpperBound(1).ShouldBe(1.5);
        BinOf(bins, double.NaN).ShouldBe(0);
        BinOf(bins, 1).ShouldBe(1);
        BinOf(bins, 3).ShouldBe(3);
    }

    [Fact]
    public void OfNumbers_ManyValues_FillsBinsEvenly()
    {
        double[] values = [.. Enumerable.Range(0, 10_000).Select(i => Math.Exp(i / 1000.0))];

        var bins = FeatureBins.OfNumbers([.. values], 100);

        var counts = values.GroupBy(value => BinOf(bins, value)).Select(group => group.Count()).ToList();
        counts.Count.ShouldBe(100);
        counts.ShouldAllBe(count => count >= 99 && count <= 101);
    }

    [Fact]
    public void OfNumbers_NeighbouringDoubles_AreKeptApart()
    {
        var upper = BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(1) + 1);
        var bins = FeatureBins.OfNumbers([1, upper], 255);

        BinOf(bins, 1).ShouldBe(1);
        BinOf(bins, upper).ShouldBe(2);
    }

    [Fact]
    public void OfCategories_TooMany_KeepsTheMostFrequent()
    {
        var bins = FeatureBins.OfCategories([0, 1, 1, 2, 2, 2, double.NaN], categories: 4, maximumBins: 2);

        bins.BinOfCategory.ToArray().ShouldBe([0, 1, 2, 0]);
        bins.Count.ShouldBe(3);
    }

    private static int BinOf(FeatureBins bins, double value)
    {
        var bin = new byte[1];
        bins.Fill([value], bin, 1);
        return bin[0];
    }
}
