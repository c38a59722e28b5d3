using Tessera.Learning.Data;
using Tessera.Learning.Numerics;

namespace Tessera.Learning.Tests.Numerics;

public sealed class SymmetricInverseTests
{
    // Below, at and above the width of a block, and no multiple of a vector's.
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(128)]
    [InlineData(131)]
    [InlineData(389)]
    public void Invert_PositiveDefinite_GivesTheIdentityWhenMultiplied(int n)
    {
        var random = new SeededRandom((ulong)n);
        double[] root = [.. Enumerable.Range(0, n * n).Select(_ => random.NextNormal())];
        var matrix = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                matrix[(i * n) + j] = (i == j ? 5 : 0) + Enumerable.Range(0, n).Sum(k => root[(i * n) + k] * root[(j * n) + k] / n);
            }
        }

        var inverse = (double[])matrix.Clone();
        SymmetricInverse.Invert(inverse, n, 1, _ => { }, CancellationToken.None);

        for (var i = 0; i < n; i += Math.Max(1, n / 20))
        {
            for (var j = 0; j < n; j++)
            {
                Enumerable.Range(0, n).Sum(k => matrix[(i * n) + k] * inverse[(k * n) + j]).ShouldBe(i == j ? 1 : 0, 1e-11);
            }
        }

        var threaded = (double[])matrix.Clone();
        SymmetricInverse.Invert(threaded, n, 3, _ => { }, CancellationToken.None);
        threaded.ShouldBe(inverse);
    }

    [Fact]
    public void Invert_NotPositiveDefinite_IsNotEstimable() =>
        Should.Throw<NotEstimableException>(() => SymmetricInverse.Invert([1, 2, 2, 1], 2, 1, _ => { }, CancellationToken.None));
}
