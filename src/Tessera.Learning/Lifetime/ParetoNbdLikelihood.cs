using Tessera.Learning.Numerics;
using static Tessera.Learning.Numerics.GammaFunctions;

namespace Tessera.Learning.Lifetime;

/// <summary>ln L(r, α, s, β) of the Pareto/NBD model.</summary>
/// <remarks>
/// The likelihood of a history is Γ(r + x) αʳ βˢ / Γ(r) · [(α + T)⁻⁽ʳ⁺ˣ⁾ (β + T)⁻ˢ + s (G(x, t_x) − G(x, T))], where
/// G(x, t) = ∫ₜ^∞ (α + τ)⁻⁽ʳ⁺ˣ⁾ (β + τ)⁻⁽ˢ⁺¹⁾ dτ. Since s G(x, T) never exceeds the first term, the difference cancels
/// nothing. G depends on one time only, so it is computed once per different pair of x and time, however many histories there are.
/// <para>Reference: Fader and Hardie (2005), A Note on Deriving the Pareto/NBD Model and Related Expressions, section 3.</para>
/// </remarks>
internal sealed class ParetoNbdLikelihood : ILogLikelihood
{
    private readonly PurchaseHistories histories;
    private readonly (int Frequency, int Time)[] distinctPairs;
    private readonly (int Recency, int Age)[] pairsOfRow;
    private readonly Tail[] tails;
    private readonly double[] rising;
    private readonly double[] rise;

    public ParetoNbdLikelihood(PurchaseHistories histories)
    {
        this.histories = histories;
        pairsOfRow = new (int, int)[histories.Rows.Length];
        var pairs = new List<(int, int)>();

        // Rows are sorted by frequency, so one table of times, cleared between frequencies, finds equal pairs.
        var known = new int[histories.Times.Length];
        var since = new int[histories.Times.Length];
        Array.Fill(since, -1);
        for (var i = 0; i < histories.Rows.Length; i++)
        {
            var row = histories.Rows[i];
            pairsOfRow[i] = (IndexOf(row.Frequency, row.Recency), IndexOf(row.Frequency, row.Age));
        }

        distinctPairs = [.. pairs];
        tails = new Tail[distinctPairs.Length];
        rising = new double[histories.Frequencies.Length];
        rise = new double[histories.Frequencies.Length];

        int IndexOf(int frequency, int time)
        {
            if (since[time] != frequency)
            {
                since[time] = frequency;
                known[time] = pairs.Count;
                pairs.Add((frequency, time));
            }

            return known[time];
        }
    }

    public double Evaluate(ReadOnlySpan<double> parameters, Span<double> gradient)
    {
        var (r, alpha, s, beta) = (parameters[0], parameters[1], parameters[2], parameters[3]);
        for (var i = 0; i < rising.Length; i++)
        {
            rising[i] = LogRising(r, histories.Frequencies[i]);
            rise[i] = DigammaRise(r, histories.Frequencies[i]);
        }

        ChunkedSum.Over(distinctPairs.Length, (first, end, _) =>
        {
            for (var i = first; i < end; i++)
            {
                var (frequency, time) = distinctPairs[i];
                tails[i] = Tail.At(r, alpha, s, beta, histories.Frequencies[frequency], histories.Times[time]);
            }
        }, []);
        var total = new double[5];
        ChunkedSum.Over(pairsOfRow.Length, (first, end, sum) => Add(first, end, sum, r, alpha, s, beta), total);
        total.AsSpan(1).CopyTo(gradient);
        return total[0];
    }

    /// <summary>ln of the odds that the customer is gone rather than alive at the end of the observation.</summary>
    public static double LogDropoutOdds(double r, double alpha, double s, double beta, PurchaseHistory history)
    {
        var alive = -((r + history.Frequency) * Math.Log(alpha + history.Age)) - (s * Math.Log(beta + history.Age));
        var fromLast = Math.Log(s) + Tail.At(r, alpha, s, beta, history.Frequency, history.Recency).Log;
        var fromEnd = Math.Log(s) + Tail.At(r, alpha, s, beta, history.Frequency, history.Age).Log;

        // ln(e^fromLast − e^fromEnd), and none where no time passed since the last purchase.
        return fromLast > fromEnd ? fromLast + Log1P(-Math.Exp(fromEnd - fromLast)) - alive : double.NegativeInfinity;
    }

    private void Add(int first, int end, Span<double> sum, double r, double alpha, double s, double beta)
    {
        var (logAlpha, logBeta, logS) = (Math.Log(alpha), Math.Log(beta), Math.Log(s));
        for (var i = first; i < end; i++)
        {
            var row = histories.Rows[i];
            var power = r + histories.Frequencies[row.Frequency];
            var age = histories.Times[row.Age];
            var (aliveAlpha, aliveBeta) = (Math.Log(alpha + age), Math.Log(beta + age));
            var alive = -(power * aliveAlpha) - (s * aliveBeta);
            ref readonly var last = ref tails[pairsOfRow[i].Recency];
            ref readonly var now = ref tails[pairsOfRow[i].Age];

            // The bracket relative to its largest part, so that nothing leaves the range of a double.
            var fromLast = logS + last.Log;
            var scale = Math.Max(alive, fromLast);
            var (living, gone, beyond) = (Math.Exp(alive - scale), Math.Exp(fromLast - scale), Math.Exp(logS + now.Log - scale));
            var bracket = living + gone - beyond;
            var (weightAlive, weightLast, weightNow) = (living / bracket, gone / bracket, -beyond / bracket);
            double customers = row.Customers;
            sum[0] += customers * (rising[row.Frequency] + (r * logAlpha) + (s * logBeta) + scale + Math.Log(bracket));
            sum[1] += customers * (rise[row.Frequency] + logAlpha - (weightAlive * aliveAlpha) + (weightLast * last.ByR) + (weightNow * now.ByR));
            sum[2] += customers * ((r / alpha) - (weightAlive * power / (alpha + age)) + (weightLast * last.ByAlpha) + (weightNow * now.ByAlpha));
            sum[3] += customers * (logBeta - (weightAlive * aliveBeta) + (weightLast * (last.ByS + (1 / s))) + (weightNow * (now.ByS + (1 / s))));
            sum[4] += customers * ((s / beta) - (weightAlive * s / (beta + age)) + (weightLast * last.ByBeta) + (weightNow * now.ByBeta));
        }
    }

    /// <summary>ln G(x, t) and its partial derivatives.</summary>
    internal readonly record struct Tail(double Log, double ByR, double ByAlpha, double ByS, double ByBeta)
    {
        public static Tail At(double r, double alpha, double s, double beta, double x, double time)
        {
            var m = r + s + x;
            var (fromAlpha, fromBeta) = (alpha + time, beta + time);
            var (logAlpha, logBeta) = (Math.Log(fromAlpha), Math.Log(fromBeta));
            if (alpha >= beta)
            {
                // (α+t)⁻⁽ʳ⁺ˣ⁾ (β+t)⁻ˢ / m · ₂F₁(1, r + x; m + 1; (α − β) / (α + t))
                var f = HypergeometricUnit.At(r + x, m, (alpha - beta) / fromAlpha);
                return new(
                    -Math.Log(m) - ((r + x) * logAlpha) - (s * logBeta) + f.Log,
                    (-1 / m) - logAlpha + f.ByA + f.ByC,
                    (-(r + x) / fromAlpha) + (f.ByZ * fromBeta / (fromAlpha * fromAlpha)),
                    (-1 / m) - logBeta + f.ByC,
                    (-s / fromBeta) - (f.ByZ / fromAlpha));
            }

            // (α+t)⁻⁽ʳ⁺ˣ⁻¹⁾ (β+t)⁻⁽ˢ⁺¹⁾ / m · ₂F₁(1, s + 1; m + 1; (β − α) / (β + t))
            var g = HypergeometricUnit.At(s + 1, m, (beta - alpha) / fromBeta);
            return new(
                -Math.Log(m) - ((r + x - 1) * logAlpha) - ((s + 1) * logBeta) + g.Log,
                (-1 / m) - logAlpha + g.ByC,
                (-(r + x - 1) / fromAlpha) - (g.ByZ / fromBeta),
                (-1 / m) - logBeta + g.ByA + g.ByC,
                (-(s + 1) / fromBeta) + (g.ByZ * fromAlpha / (fromBeta * fromBeta)));
        }
    }
}
