using MathNet.Numerics;
using Tessera.Learning.Lifetime;

namespace Tessera.Learning.Tests.Lifetime.Reference;

/// <summary>
/// The likelihoods straight from the assumptions: what one customer does with known rates, integrated over the distributions of the rates
/// by the trapezoid rule in their logarithms (log odds for a probability). Plain and slow on purpose; do not optimise.
/// </summary>
internal static class IntegratedLikelihood
{
    private const double Step = 0.1;

    public static double Nbd(double r, double alpha, PurchaseHistory history) =>
        Math.Log(OverGamma(r, alpha, rate => Math.Pow(rate, history.Frequency) * Math.Exp(-rate * history.Age)));

    public static double BetaGeometric(double r, double alpha, double a, double b, PurchaseHistory history, int firstChances)
    {
        var chances = history.Frequency + firstChances;
        var alive = OverGamma(r, alpha, rate => Math.Pow(rate, history.Frequency) * Math.Exp(-rate * history.Age))
            * OverBeta(a, b, leaves => Math.Pow(1 - leaves, chances));
        var gone = chances == 0 ? 0
            : OverGamma(r, alpha, rate => Math.Pow(rate, history.Frequency) * Math.Exp(-rate * history.Recency))
                * OverBeta(a, b, leaves => leaves * Math.Pow(1 - leaves, chances - 1));
        return Math.Log(alive + gone);
    }

    public static double ParetoNbd(double r, double alpha, double s, double beta, PurchaseHistory history) =>
        Math.Log(OverGamma(r, alpha, rate => OverGamma(s, beta, leaving =>
            (Math.Pow(rate, history.Frequency + 1) / (rate + leaving) * Math.Exp(-(rate + leaving) * history.Age))
            + (Math.Pow(rate, history.Frequency) * leaving / (rate + leaving) * Math.Exp(-(rate + leaving) * history.Recency)))));

    public static double GammaGamma(double p, double q, double gamma, SpendHistory spend)
    {
        var shape = p * spend.Purchases;
        return Math.Log(OverGamma(q, gamma, rate =>
        {
            var scaled = rate * spend.Purchases;
            return Math.Exp((shape * Math.Log(scaled)) + ((shape - 1) * Math.Log(spend.MeanAmount)) - (scaled * spend.MeanAmount) - SpecialFunctions.GammaLn(shape));
        }));
    }

    private static double OverGamma(double shape, double rate, Func<double, double> value)
    {
        var sum = 0.0;
        for (var logarithm = -36 / shape; logarithm < 12; logarithm += Step)
        {
            var x = Math.Exp(logarithm) / rate;
            sum += value(x) * Math.Exp((shape * Math.Log(rate * x)) - (rate * x) - SpecialFunctions.GammaLn(shape));
        }

        return sum * Step;
    }

    private static double OverBeta(double a, double b, Func<double, double> value)
    {
        var sum = 0.0;
        for (var odds = -36 / a; odds < 36 / b; odds += Step)
        {
            var (logX, logRest) = (-Math.Log(1 + Math.Exp(-odds)), -Math.Log(1 + Math.Exp(odds)));
            sum += value(Math.Exp(logX)) * Math.Exp((a * logX) + (b * logRest) - SpecialFunctions.BetaLn(a, b));
        }

        return sum * Step;
    }
}
