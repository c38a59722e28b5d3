using Tessera.Learning.Numerics;
using static Tessera.Learning.Numerics.GammaFunctions;

namespace Tessera.Learning.Lifetime;

/// <summary>ln L(r, α) of the NBD model: Γ(r + x) αʳ / (Γ(r) (α + T)ʳ⁺ˣ), summed over customers.</summary>
internal sealed class NbdLikelihood : ILogLikelihood
{
    private readonly double[] customersByFrequency;
    private readonly double[] frequencies;
    private readonly (double Age, double Customers, double Purchases)[] purchasesByAge;

    public NbdLikelihood(PurchaseHistories histories)
    {
        frequencies = histories.Frequencies;
        customersByFrequency = new double[frequencies.Length];
        var ages = new (double Customers, double Purchases)[histories.Times.Length];
        foreach (var row in histories.Rows)
        {
            customersByFrequency[row.Frequency] += row.Customers;
            ages[row.Age].Customers += row.Customers;
            ages[row.Age].Purchases += row.Customers * frequencies[row.Frequency];
        }

        purchasesByAge = [.. ages.Select((entry, i) => (histories.Times[i], entry.Customers, entry.Purchases)).Where(entry => entry.Customers > 0)];
    }

    public double Evaluate(ReadOnlySpan<double> parameters, Span<double> gradient)
    {
        var (r, alpha) = (parameters[0], parameters[1]);
        double sum = 0, byR = 0, byAlpha = 0;
        for (var i = 0; i < frequencies.Length; i++)
        {
            sum += customersByFrequency[i] * LogRising(r, frequencies[i]);
            byR += customersByFrequency[i] * DigammaRise(r, frequencies[i]);
        }

        // αʳ / (α + T)ʳ⁺ˣ, written so that a huge α cancels nothing.
        var logAlpha = Math.Log(alpha);
        foreach (var (age, customers, purchases) in purchasesByAge)
        {
            var growth = Log1P(age / alpha);
            sum -= (r * customers * growth) + (purchases * (logAlpha + growth));
            byR -= customers * growth;
            byAlpha += (r * customers * age / (alpha * (alpha + age))) - (purchases / (alpha + age));
        }

        (gradient[0], gradient[1]) = (byR, byAlpha);
        return sum;
    }
}
