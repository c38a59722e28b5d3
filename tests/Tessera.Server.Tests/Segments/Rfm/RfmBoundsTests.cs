using FsCheck;
using FsCheck.Fluent;
using Tessera.Server.Segments.Rfm;

namespace Tessera.Server.Tests.Segments.Rfm;

public sealed class RfmBoundsTests
{
    [Fact]
    public void Levels_PickedByTheEnginesRule_GiveTheScoresOfTheDefinition()
    {
        // Few different values make many ties; up to 60 customers reach every remainder of n / 5 many times.
        var populations = Gen.Choose(0, 6).ArrayOf().Where(values => values.Length is > 0 and <= 60).ToArbitrary();
        Prop.ForAll(populations, values =>
        {
            var expected = ReferenceRfm.Scores(values);
            var bounds = Pick(values, RfmBounds.RisingLevels(values.Length));
            return values.Select(value => 1 + bounds.Count(bound => value > bound)).SequenceEqual(expected);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Fact]
    public void FallingLevels_PickedByTheEnginesRule_GiveTheScoresOfTheDefinition()
    {
        var populations = Gen.Choose(1, 9).ArrayOf().Where(values => values.Length is > 0 and <= 60).ToArbitrary();
        Prop.ForAll(populations, days =>
        {
            var expected = ReferenceRfm.Scores([.. days.Select(day => -day)]);
            var bounds = Pick(days, RfmBounds.FallingLevels(days.Length));
            return days.Select(day => 1 + bounds.Count(bound => day < bound)).SequenceEqual(expected);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(4338)]
    [InlineData(1_000_000)]
    [InlineData(999_999_999_999)]
    public void Levels_AnyNumberOfCustomers_LandInTheMiddleOfTheirIndex(long customers)
    {
        for (var k = 1; k <= 4; k++)
        {
            var rank = (long)decimal.Ceiling(k * (decimal)customers / 5);
            ((long)(RfmBounds.RisingLevels(customers)[k - 1] * customers)).ShouldBe(rank - 1);
            ((long)(RfmBounds.FallingLevels(customers)[k - 1] * customers)).ShouldBe(customers - rank);
        }
    }

    [Fact]
    public void FromThresholds_MeetingTheThreshold_ReachesTheScore()
    {
        var bounds = RfmBounds.From(new RfmThresholds([365, 180, 90, 30], [2, 3, 5, 10], [100m, 250.5m, 500.00004m, 1000m]));

        bounds.Recency.ShouldBe([366, 181, 91, 31]);
        bounds.Frequency.ShouldBe([1L, 2, 4, 9]);
        bounds.Monetary.ShouldBe([99.9999m, 250.4999m, 500.0000m, 999.9999m]);
    }

    /// <summary>What <c>quantilesExact</c> does: the value at index floor(level · n) of the sorted values.</summary>
    private static int[] Pick(int[] values, double[] levels)
    {
        var sorted = values.Order().ToArray();
        return [.. levels.Select(level => sorted[(int)(level * sorted.Length)])];
    }
}
