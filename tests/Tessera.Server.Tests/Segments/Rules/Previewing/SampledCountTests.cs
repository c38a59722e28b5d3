using Tessera.Server.Segments.Rules.Previewing;

namespace Tessera.Server.Tests.Segments.Rules.Previewing;

public sealed class SampledCountTests
{
    [Fact]
    public void Of_AllCustomers_IsExact() => SampledCount.Of(7, 100, 100).ShouldBe(new SampledCount(7, 0));

    [Fact]
    public void Of_NobodyInTheSample_AllowsForSome() => SampledCount.Of(0, 1000, 1_000_000).ShouldSatisfyAllConditions(
        count => count.Count.ShouldBe(0),
        count => count.Margin.ShouldBeInRange(3000, 8000));

    [Fact]
    public void Of_ManyDrawnSamples_CoversTheTruthNineteenTimesInTwenty()
    {
        // 3 % of 200,000 belong; samples of 4,000. The false-alarm rate of this test with its fixed seed is nil.
        var random = new Random(7);
        var covered = 0;
        for (var trial = 0; trial < 1000; trial++)
        {
            var members = Enumerable.Range(0, 4000).Count(_ => random.NextDouble() < 0.03);
            var judged = SampledCount.Of(members, 4000, 200_000);
            covered += Math.Abs(judged.Count - 6000) <= judged.Margin ? 1 : 0;
        }

        covered.ShouldBeInRange(930, 985);
    }

    [Theory]
    [InlineData(400_000, 0)]
    [InlineData(600_000, 1)]
    [InlineData(32_000_000, 6)]
    public void SampleFor_AWork_IsTheLargestWithinTheBudget(long work, int halvings) => ProfileSample.For(work, 500_000).Halvings.ShouldBe(halvings);

    [Fact]
    public void Before_EachHalving_HalvesTheRangeOfIds()
    {
        ProfileSample.Everybody.Before.ShouldBeNull();
        new ProfileSample(1).Before.ShouldBe(new Guid("00000000-0000-0000-a000-000000000000"));
        new ProfileSample(2).Before.ShouldBe(new Guid("00000000-0000-0000-9000-000000000000"));
    }
}
