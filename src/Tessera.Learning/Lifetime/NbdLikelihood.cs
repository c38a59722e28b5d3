using Tessera.Learning.Numerics;
using static Tessera.Learning.Numerics.GammaFunctions;

namespace Tessera.Learning.Lifetime;

/// <summary>ln L(r, α) of the NBD model: Γ(r + x) αʳ / (Γ(r) (α + T)ʳ⁺ˣ), summed over customers.</summary>
internal sealed class NbdLikelihood : ILogLikelihood
{
    private readonly double[] _customersByFrequency;
    private readonly double[] _frequencies;
    private readonly (double Age, double Customers, double Purchases)[] _ages;

    public NbdLikelihood(PurchaseHistories histories)
    {
        _frequencies = histories.Frequencies;
        _customersByFrequency = new double[_frequencies.Length];
        var ages = new (double Customers, double Purchases)[histories.Times.Length];
        foreach (var row in histories.Rows)
        {
            _customersByFrequency[row.Frequency] += row.Customers;
            ages[row.Age].Customers += row.Customers;
            ages[row.Age].Purchases += row.Customers * _frequencies[row.Frequency];
        }

        _ages = [.. ages.Select((entry, i) => (histories.Times[i], entry.Customers, entry.Purchases)).Where(entry => entry.Customers > 0)];
    }

    public double Evaluate(ReadOnlySpan<double> parameters, Span<double> gradient)
    {
        var (r, alpha) = (parameters[0], parameters[1]);
        double sum = 0, byR = 0, byAlpha = 0;
        for (var i = 0; i < _frequencies.Length; i++)
        {
            sum += _customersByFrequency[i] * LogRising(r, _frequencies[i]);
            byR += _customersByFrequency[i] * DigammaRise(r, _frequencies[i]);
        }

        // αʳ / (α + T)ʳ⁺ˣ, written so that a huge α cancels nothing.
        var logAlpha = Math.Log(alpha);
        foreach (var (age, customers, purchases) in _ages)
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
