using Tessera.Learning.Numerics;
using static Tessera.Learning.Trees.SqlText;

namespace Tessera.Learning.Lifetime;

/// <summary>The formulas of the lifetime models as SQL expressions in ClickHouse's dialect, with the parameters as numbers.</summary>
/// <remarks>
/// They follow the code term by term, so that the engine computes the same number to 10⁻⁹, relative. Series have as many terms as the code
/// may take at most; a null in a column gives null.
/// </remarks>
internal static class LifetimeSql
{
    /// <summary>The probability of being alive of BG/NBD (first chances 0) and MBG/NBD (1).</summary>
    public static string BetaGeometricAlive(double r, double alpha, double a, double b, int firstChances, HistoryColumns columns)
    {
        var (x, recency, age) = Columns(columns);
        var odds = $"exp(log({Number(a)} / ({Number(b + firstChances - 1)} + {x})) + ({Number(r)} + {x}) * log1p(({age} - {recency}) / ({Number(alpha)} + {recency})))";
        return firstChances == 0 ? $"(1 / (1 + if({x} = 0, 0. * ({recency} + {age}), {odds})))" : $"(1 / (1 + {odds}))";
    }

    /// <summary>Expected purchases of BG/NBD and MBG/NBD: the sum over chances of <see cref="BetaGeometricNbd.ExpectedPurchases(double, PurchaseHistory)"/>.</summary>
    public static string BetaGeometricPurchases(double horizon, double r, double alpha, double a, double b, int firstChances, HistoryColumns columns)
    {
        var (frequency, _, time) = Columns(columns);
        var (x, age) = (Known(frequency), Known(time));
        var shape = $"({Number(r)} + {x})";
        var stay = $"({Number(b + firstChances)} + {x})";
        var odds = $"({Number(horizon)} / ({Number(alpha)} + {age}))";

        // Twelve deviations beyond the mean, and forty e-folds of the geometric tail: what is left out is below rounding.
        var terms = $"toUInt32(ceil({shape} * {odds} + 12 * sqrt({shape} * {odds} * (1 + {odds})) + 40 * (1 + {odds})))";
        var masses = $"arrayCumSum(arrayMap(n -> log({odds} / (1 + {odds}) * ({shape} + n - 1) / n), range(1, {terms} + 1)))";
        var stays = $"arrayCumSum(arrayMap(n -> log(({stay} + n - 1) / ({Number(a)} + {stay} + n - 1)), range(1, {terms} + 1)))";
        var taken = $"arrayCumSum(arrayMap(s -> exp(s), arrayPushFront(arrayPopBack({stays}), 0.)))";
        var sum = $"arraySum(arrayMap((m, t) -> exp(m - {shape} * log1p({odds})) * t, {masses}, {taken}))";
        return $"({BetaGeometricAlive(r, alpha, a, b, firstChances, columns)} * {sum})";
    }

    /// <summary>The probability of being alive of Pareto/NBD.</summary>
    public static string ParetoAlive(double r, double alpha, double s, double beta, HistoryColumns columns)
    {
        var (x, recency, age) = Columns(columns);
        var last = LogTail(r, alpha, s, beta, Known(x), Known(recency));
        var now = LogTail(r, alpha, s, beta, Known(x), Known(age));
        var alive = $"(({Number(r)} + {x}) * log({Number(alpha)} + {age}) + {Number(s)} * log({Number(beta)} + {age}))";
        return $"(1 / (1 + if({recency} = {age}, 0., exp({Number(Math.Log(s))} + {last} + log1p(-exp({now} - {last})) + {alive}))))";
    }

    /// <summary>Expected purchases of Pareto/NBD.</summary>
    public static string ParetoPurchases(double horizon, double r, double alpha, double s, double beta, HistoryColumns columns)
    {
        var (x, _, age) = Columns(columns);
        var scale = $"({Number(beta)} + {age})";
        var growth = $"log1p({Number(horizon)} / {scale})";
        var power = $"({Number(1 - s)} * {growth})";
        var mean = $"if(abs{power} < 1e-5, 1 + {power} / 2 + {power} * {power} / 6, (exp{power} - 1) / {power})";
        return $"({ParetoAlive(r, alpha, s, beta, columns)} * ({Number(r)} + {x}) / ({Number(alpha)} + {age}) * {scale} * {growth} * {mean})";
    }

    /// <summary>The probability of being alive of the NBD: 1, for a history that is known.</summary>
    public static string NbdAlive(HistoryColumns columns)
    {
        var (x, recency, age) = Columns(columns);
        return $"if(isNull({x} + {recency} + {age}), NULL, 1.)";
    }

    /// <summary>Expected purchases of the NBD.</summary>
    public static string NbdPurchases(double horizon, double r, double alpha, HistoryColumns columns)
    {
        var (x, _, age) = Columns(columns);
        return $"(({Number(r)} + {x}) * {Number(horizon)} / ({Number(alpha)} + {age}))";
    }

    // ParetoNbdLikelihood.Tail with its continued fraction as a fold, of as many steps as the farthest time, 0, needs.
    private static string LogTail(double r, double alpha, double s, double beta, string x, string time)
    {
        var (larger, smaller) = (Math.Max(alpha, beta), Math.Min(alpha, beta));
        var steps = HypergeometricUnit.StepsFor((larger - smaller) / larger);
        var c = $"({Number(r + s)} + {x})";
        var a = alpha >= beta ? $"({Number(r)} + {x})" : Number(s + 1);
        var z = $"({Number(larger - smaller)} / ({Number(larger)} + {time}))";
        var term = $"if(k % 2 = 1, ({a} + intDiv(k, 2)) * ({c} + intDiv(k, 2)), intDiv(k, 2) * ({c} - {a} + intDiv(k, 2)))";
        var fold = $"arrayFold((h, k) -> {c} + (k - 1) - {term} * {z} / h, arrayReverse(range(1, {steps + 1})), {c} + {steps})";
        var (powerAlpha, powerBeta) = alpha >= beta ? ($"({Number(r)} + {x})", Number(s)) : ($"({Number(r - 1)} + {x})", Number(s + 1));
        return $"(log({c} / {fold}) - log({c}) - {powerAlpha} * log({Number(alpha)} + {time}) - {powerBeta} * log({Number(beta)} + {time}))";
    }

    // Arrays have no nulls in the engine: inside them a null counts as 0, and the factor outside makes the result null.
    private static string Known(string column) => $"assumeNotNull({column})";

    private static (string Frequency, string Recency, string Age) Columns(HistoryColumns columns) =>
        ($"toFloat64({Name(columns.Frequency)})", $"toFloat64({Name(columns.Recency)})", $"toFloat64({Name(columns.Age)})");
}
