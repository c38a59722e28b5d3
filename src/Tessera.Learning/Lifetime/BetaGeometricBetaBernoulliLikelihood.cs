using Tessera.Learning.Numerics;
using static Tessera.Learning.Numerics.GammaFunctions;

namespace Tessera.Learning.Lifetime;

/// <summary>ln L(α, β, γ, δ) of the BG/BB model of Fader, Hardie and Shang (2010), summed over customers.</summary>
internal sealed class BetaGeometricBetaBernoulliLikelihood(OpportunityHistory[] histories) : ILogLikelihood
{
    public double Evaluate(ReadOnlySpan<double> parameters, Span<double> gradient)
    {
        var (alpha, beta, gamma, delta) = (parameters[0], parameters[1], parameters[2], parameters[3]);
        gradient.Clear();
        var sum = 0.0;
        Span<double> term = stackalloc double[4];
        Span<double> total = stackalloc double[4];
        foreach (var (x, last, n, customers) in histories)
        {
            // Alive to the end, or gone before the opportunity m + 1 for m from the last purchase on: a running sum of logarithms.
            var log = Term(n, n, 0, term);
            term.CopyTo(total);
            for (var m = last; m < n; m++)
            {
                var next = Term(m, m, 1, term);
                var larger = Math.Max(log, next);
                var both = larger + Math.Log(Math.Exp(log - larger) + Math.Exp(next - larger));
                for (var i = 0; i < 4; i++)
                {
                    total[i] = (total[i] * Math.Exp(log - both)) + (term[i] * Math.Exp(next - both));
                }

                log = both;
            }

            sum += customers * (log - LogBeta(alpha, beta) - LogBeta(gamma, delta));
            gradient[0] += customers * (total[0] + DigammaRise(alpha, beta));
            gradient[1] += customers * (total[1] + DigammaRise(beta, alpha));
            gradient[2] += customers * (total[2] + DigammaRise(gamma, delta));
            gradient[3] += customers * (total[3] + DigammaRise(delta, gamma));

            // ln of B(α + x, β + m − x) B(γ + left, δ + m), with its derivatives.
            double Term(int buying, int staying, int left, Span<double> by)
            {
                var (bought, passed, stayed, went) = (alpha + x, beta + buying - x, delta + staying, gamma + left);
                var (buyingTotal, stayingTotal) = (Digamma(bought + passed), Digamma(stayed + went));
                by[0] = Digamma(bought) - buyingTotal;
                by[1] = Digamma(passed) - buyingTotal;
                by[2] = Digamma(went) - stayingTotal;
                by[3] = Digamma(stayed) - stayingTotal;
                return LogBeta(bought, passed) + LogBeta(went, stayed);
            }
        }

        return sum;
    }
}
