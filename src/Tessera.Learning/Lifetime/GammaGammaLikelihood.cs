using Tessera.Learning.Numerics;
using static Tessera.Learning.Numerics.GammaFunctions;

namespace Tessera.Learning.Lifetime;

/// <summary>ln L(p, q, γ) of the Gamma-Gamma model: equation (1a) of Fader and Hardie (2013), summed over customers.</summary>
internal sealed class GammaGammaLikelihood : ILogLikelihood
{
    private readonly SpendHistory[] customers;
    private readonly (int Purchases, int Customers, double LogSum)[] counts;

    public GammaGammaLikelihood(SpendHistory[] customers)
    {
        this.customers = customers;

        // What depends on x alone, and the sums of ln z̄ and ln x that multiply p, are taken once per different x.
        counts = [.. customers.GroupBy(customer => customer.Purchases).OrderBy(group => group.Key).Select(group =>
            (group.Key, group.Count(), group.Sum(customer => Math.Log(customer.MeanAmount))))];
    }

    public double Evaluate(ReadOnlySpan<double> parameters, Span<double> gradient)
    {
        var (p, q, gamma) = (parameters[0], parameters[1], parameters[2]);
        var total = new double[4];
        ChunkedSum.Over(customers.Length, (first, end, sum) =>
        {
            for (var i = first; i < end; i++)
            {
                // −(px + q) ln(γ + x z̄) + q ln γ, with ln γ taken out so that a huge γ cancels nothing.
                double x = customers[i].Purchases;
                var amount = x * customers[i].MeanAmount;
                var growth = Log1P(amount / gamma);
                var shape = (p * x) + q;
                sum[0] -= shape * growth;
                sum[1] -= x * growth;
                sum[2] -= growth;
                sum[3] += ((shape * amount) / (gamma * (gamma + amount))) - (p * x / gamma);
            }
        }, total);

        var logGamma = Math.Log(gamma);
        foreach (var (purchases, customers, logSum) in counts)
        {
            var shape = p * purchases;
            total[0] += (customers * (LogRising(q, shape) - LogGamma(shape) + (shape * (Math.Log(purchases) - logGamma)))) + ((shape - 1) * logSum);
            total[1] += (customers * purchases * (Digamma(shape + q) - Digamma(shape) + Math.Log(purchases) - logGamma)) + (purchases * logSum);
            total[2] += customers * DigammaRise(q, shape);
        }

        total.AsSpan(1).CopyTo(gradient);
        return total[0];
    }
}
