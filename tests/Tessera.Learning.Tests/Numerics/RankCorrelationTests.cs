using Tessera.Learning.Numerics;

namespace Tessera.Learning.Tests.Numerics;

public sealed class RankCorrelationTests
{
    [Fact]
    public void Ranks_Ties_ShareTheirMean() => RankCorrelation.Ranks([10, 30, 20, 20]).ShouldBe([1, 4, 2.5, 2.5]);

    [Fact]
    public void Spearman_MonotoneRelation_IsOne() => RankCorrelation.Spearman([1, 2, 3, 4], [1, 8, 27, 640]).ShouldBe(1, 1e-15);

    [Fact]
    public void Spearman_WithoutTies_IsTheTextbookFormula() =>
        // 1 − 6 Σd² / (n (n² − 1)) with differences 1, 1, 0, 2, 2.
        RankCorrelation.Spearman([1, 2, 3, 4, 5], [2, 1, 3, 6, 2.5]).ShouldBe(1 - (6.0 * (1 + 1 + 1 + 1 + 4) / (5 * 24)), 1e-12);

    [Fact]
    public void Spearman_ConstantList_IsNotANumber() => RankCorrelation.Spearman([1, 1, 1], [1, 2, 3]).ShouldBe(double.NaN);
}
