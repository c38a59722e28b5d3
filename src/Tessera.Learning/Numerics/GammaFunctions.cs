namespace Tessera.Learning.Numerics;

/// <summary>The gamma function and its logarithmic derivatives for positive arguments, in double precision.</summary>
/// <remarks>
/// Below 12 the argument is raised by the recurrence, above it Stirling's asymptotic series is summed. The largest relative
/// error against 30-digit values on [10⁻⁸, 10⁸] is a few units in the last place; where the logarithm itself passes through
/// zero (at 1 and 2) the error is absolute instead, below 10⁻¹⁴. Arguments that are not positive give not-a-number.
/// <para>Reference: Abramowitz and Stegun (1964), Handbook of Mathematical Functions, 6.1.40, 6.3.18, 6.4.11, with the
/// recurrences 6.1.15, 6.3.5 and 6.4.6.</para>
/// </remarks>
internal static class GammaFunctions
{
    // From here on, seven terms of the asymptotic series are below one unit in the last place.
    private const double SeriesFrom = 12;

    private const double HalfLogTwoPi = 0.918938533204672741780329736406;

    /// <summary>ln Γ(x).</summary>
    public static double LogGamma(double x)
    {
        if (!(x > 0))
        {
            return double.NaN;
        }

        var raised = 1.0;
        while (x < SeriesFrom)
        {
            raised *= x;
            x += 1;
        }

        return ((x - 0.5) * Math.Log(x)) - x + HalfLogTwoPi + StirlingTail(x) - Math.Log(raised);
    }

    /// <summary>ψ(x), the derivative of ln Γ(x).</summary>
    public static double Digamma(double x)
    {
        if (!(x > 0))
        {
            return double.NaN;
        }

        var lowered = 0.0;
        while (x < SeriesFrom)
        {
            lowered += 1 / x;
            x += 1;
        }

        var inverse = 1 / x;
        var square = inverse * inverse;
        var series = square * ((1.0 / 12) - (square * ((1.0 / 120) - (square * ((1.0 / 252) - (square * ((1.0 / 240)
            - (square * ((1.0 / 132) - (square * (691.0 / 32760)))))))))));
        return Math.Log(x) - (0.5 * inverse) - series - lowered;
    }

    /// <summary>ψ′(x), the second derivative of ln Γ(x).</summary>
    public static double Trigamma(double x)
    {
        if (!(x > 0))
        {
            return double.NaN;
        }

        var raised = 0.0;
        while (x < SeriesFrom)
        {
            raised += 1 / (x * x);
            x += 1;
        }

        var inverse = 1 / x;
        var square = inverse * inverse;
        var series = inverse * square * ((1.0 / 6) - (square * ((1.0 / 30) - (square * ((1.0 / 42) - (square * ((1.0 / 30)
            - (square * ((5.0 / 66) - (square * (691.0 / 2730)))))))))));
        return inverse + (0.5 * square) + series + raised;
    }

    /// <summary>ln B(a, b) = ln Γ(a) + ln Γ(b) − ln Γ(a + b).</summary>
    public static double LogBeta(double a, double b) => LogGamma(a) + LogGamma(b) - LogGamma(a + b);

    /// <summary>
    /// ln Γ(x + n) − ln Γ(x) for n ≥ 0, the logarithm of the rising factorial: without the cancellation that a difference of two
    /// logarithms has when x is large.
    /// </summary>
    public static double LogRising(double x, double n)
    {
        if (n == 0)
        {
            return 0;
        }

        if (x < SeriesFrom)
        {
            return LogGamma(x + n) - LogGamma(x);
        }

        // Stirling's series of both, with (x + n − ½) ln(x + n) split into its parts at x.
        return (n * Math.Log(x)) + ((x + n - 0.5) * Log1P(n / x)) - n + StirlingTail(x + n) - StirlingTail(x);
    }

    /// <summary>ψ(x + n) − ψ(x) for n ≥ 0.</summary>
    public static double DigammaRise(double x, double n) => n == 0 ? 0 : Digamma(x + n) - Digamma(x);

    /// <summary>ln(1 + x), exact for small x.</summary>
    public static double Log1P(double x)
    {
        // Kahan's correction: the rounding of 1 + x cancels out of the quotient.
        var sum = 1 + x;
        return sum == 1 ? x : Math.Log(sum) * (x / (sum - 1));
    }

    private static double StirlingTail(double x)
    {
        var inverse = 1 / x;
        var square = inverse * inverse;
        return inverse * ((1.0 / 12) - (square * ((1.0 / 360) - (square * ((1.0 / 1260) - (square * ((1.0 / 1680)
            - (square * ((1.0 / 1188) - (square * ((691.0 / 360360) - (square * (1.0 / 156)))))))))))));
    }
}
