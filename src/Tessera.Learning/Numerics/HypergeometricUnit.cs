namespace Tessera.Learning.Numerics;

/// <summary>ln ₂F₁(1, a; c + 1; z) and its partial derivatives, for 0 ≤ z &lt; 1, c &gt; 0, 0 &lt; a &lt; c + 1.</summary>
/// <remarks>
/// Gauss's continued fraction in its g-fraction form: every partial numerator is positive, so nothing cancels, and n steps leave a
/// relative error of at most ((1 − √(1−z)) / (1 + √(1−z)))ⁿ. The derivatives are the fraction's own recurrence, differentiated.
/// O(1 / √(1−z)).
/// <para>Reference: NIST Digital Library of Mathematical Functions, equation 15.7.1 with b = 0; the rate of convergence is that of
/// Gragg (1968), Truncation error bounds for g-fractions, Numerische Mathematik 11.</para>
/// </remarks>
internal readonly record struct HypergeometricUnit(double Log, double ByA, double ByC, double ByZ)
{
    // -ln of the relative error left by the truncation.
    private const double Digits = 39;
    private const int MostSteps = 20_000;

    /// <summary>How many steps of the fraction an argument needs.</summary>
    public static int StepsFor(double z)
    {
        var root = Math.Sqrt(1 - z);
        var rate = Math.Log((1 + root) / Math.Max(1 - root, 1e-300));
        return (int)Math.Min(MostSteps, Math.Ceiling(Digits / rate) + 2);
    }

    /// <summary>Evaluates the function.</summary>
    public static HypergeometricUnit At(double a, double c, double z)
    {
        var n = StepsFor(z);

        // h(k) = (c + k) − u(k+1) z / h(k+1); the fraction is c / h(0).
        double h = c + n, hA = 0, hC = 1, hZ = 0;
        for (var k = n; k >= 1; k--)
        {
            var j = k / 2;
            double u, uA, uC;
            if ((k & 1) == 1)
            {
                u = (a + j) * (c + j);
                uA = c + j;
                uC = a + j;
            }
            else
            {
                u = j * (c - a + j);
                uA = -j;
                uC = j;
            }

            var inverse = 1 / h;
            var ratio = u * z * inverse;
            var relative = ratio * inverse;
            (hA, hC, hZ) = (
                (relative * hA) - (uA * z * inverse),
                1 + (relative * hC) - (uC * z * inverse),
                (relative * hZ) - (u * inverse));
            h = c + (k - 1) - ratio;
        }

        return new(Math.Log(c / h), -hA / h, (1 / c) - (hC / h), -hZ / h);
    }
}
