using Tessera.Learning.Numerics;
using static Tessera.Learning.Numerics.GammaFunctions;

namespace Tessera.Learning.Lifetime;

/// <summary>ln L(r, α, a, b) of BG/NBD and MBG/NBD, which differ only in how many chances to drop out a customer had.</summary>
/// <remarks>
/// With k chances (x in BG/NBD, x + 1 in MBG/NBD) the likelihood of a history is
/// Γ(r + x) αʳ / Γ(r) · B(a, b + k) / B(a, b) · [(α + T)⁻⁽ʳ⁺ˣ⁾ + (k &gt; 0) · a / (b + k − 1) · (α + t_x)⁻⁽ʳ⁺ˣ⁾].
/// Everything that depends on x alone or on one time alone is computed once per different value, so that a history costs one
/// exponential and one logarithm.
/// </remarks>
internal sealed class BetaGeometricLikelihood(PurchaseHistories histories, int firstChances) : ILogLikelihood
{
    private readonly double[] logs = new double[histories.Times.Length];
    private readonly FrequencyTerms[] termsOfFrequency = new FrequencyTerms[histories.Frequencies.Length];

    /// <summary>ln of the odds that the customer dropped out at the last purchase rather than lives; negative infinity without a chance.</summary>
    public static double LogDropoutOdds(double r, double alpha, double a, double b, PurchaseHistory history, int firstChances)
    {
        var chances = history.Frequency + firstChances;
        return chances == 0
            ? double.NegativeInfinity
            : Math.Log(a / (b + chances - 1)) + ((r + history.Frequency) * Log1P((history.Age - history.Recency) / (alpha + history.Recency)));
    }

    public double Evaluate(ReadOnlySpan<double> parameters, Span<double> gradient)
    {
        var (r, alpha, a, b) = (parameters[0], parameters[1], parameters[2], parameters[3]);
        Prepare(r, alpha, a, b);
        var total = new double[5];
        ChunkedSum.Over(histories.Rows.Length, (first, end, sum) => Add(first, end, sum, r, alpha, a, b), total);
        total.AsSpan(1).CopyTo(gradient);
        return total[0];
    }

    private void Prepare(double r, double alpha, double a, double b)
    {
        // ln(1 + t/α) rather than ln(α + t): r ln α then cancels exactly, however large α is.
        for (var i = 0; i < logs.Length; i++)
        {
            logs[i] = Log1P(histories.Times[i] / alpha);
        }

        var logAlpha = Math.Log(alpha);
        for (var i = 0; i < termsOfFrequency.Length; i++)
        {
            var x = histories.Frequencies[i];
            var chances = x + firstChances;
            var rise = DigammaRise(a + b, chances);
            termsOfFrequency[i] = new(
                LogRising(r, x) - (x * logAlpha) + LogRising(b, chances) - LogRising(a + b, chances),
                chances == 0 ? double.NegativeInfinity : Math.Log(a / (b + chances - 1)),
                DigammaRise(r, x),
                -rise,
                DigammaRise(b, chances) - rise,
                chances == 0 ? 0 : 1 / (b + chances - 1));
        }
    }

    private void Add(int first, int end, Span<double> sum, double r, double alpha, double a, double b)
    {
        double value = 0, byR = 0, byAlpha = 0, byA = 0, byB = 0;
        var times = histories.Times;
        foreach (ref readonly var row in histories.Rows.AsSpan(first, end - first))
        {
            ref readonly var terms = ref termsOfFrequency[row.Frequency];
            var power = r + histories.Frequencies[row.Frequency];
            var age = logs[row.Age];
            var gap = age - logs[row.Recency];
            var odds = terms.LogWeight + (power * gap);

            // ln(1 + eᵒᵈᵈˢ) and the probability of having dropped out; from 36 on the 1 is lost in rounding.
            double logSum, dropped;
            if (odds > 36)
            {
                (logSum, dropped) = (odds, 1);
            }
            else
            {
                var ratio = Math.Exp(odds);
                (logSum, dropped) = (Math.Log(1 + ratio), ratio / (1 + ratio));
            }

            double customers = row.Customers;
            value += customers * (terms.Log - (power * age) + logSum);
            byR += customers * (terms.ByR - age + (dropped * gap));

            // d/dα of −(r + x) ln(1 + T/α) − x ln α, and of the odds.
            var alive = 1 / (alpha + times[row.Age]);
            byAlpha += customers * ((r / alpha) - (power * alive) + (dropped * power * (alive - (1 / (alpha + times[row.Recency])))));
            byA += customers * (terms.ByA + (dropped / a));
            byB += customers * (terms.ByB - (dropped * terms.InverseWeight));
        }

        sum[0] += value;
        sum[1] += byR;
        sum[2] += byAlpha;
        sum[3] += byA;
        sum[4] += byB;
    }

    private readonly record struct FrequencyTerms(double Log, double LogWeight, double ByR, double ByA, double ByB, double InverseWeight);
}
