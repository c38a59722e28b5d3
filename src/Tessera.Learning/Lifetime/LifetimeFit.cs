using Tessera.Learning.Numerics;

namespace Tessera.Learning.Lifetime;

/// <summary>What fitting has in common for all models with dropout: the NBD within them as the start, the yardstick and the way out.</summary>
internal static class LifetimeFit
{
    // Far below what any measure of evidence would notice: AIC asks for 2 for the two parameters of dropout.
    private const double NoticeableGain = 0.01;

    private static readonly string[] NbdNames = ["r", "alpha"];

    /// <summary>Fits a model with four parameters, whose first two are those of the NBD.</summary>
    public static ILifetimeModel Fit(
        string label,
        PurchaseHistories histories,
        ILogLikelihood likelihood,
        string[] names,
        double[] dropoutScales,
        double[][] dropoutStarts,
        Func<IReadOnlyList<FittedParameter>, Convergence, IReadOnlyList<string>, ILifetimeModel> build,
        CancellationToken cancellationToken)
    {
        histories.RequireRepeatPurchases(label);
        var limit = FitNbd(histories, cancellationToken);
        var interval = histories.TotalAge / histories.RepeatPurchases;
        double[] scales = [1, interval, .. dropoutScales];
        MaximumLikelihoodEstimate? best = null;
        foreach (var dropout in dropoutStarts)
        {
            double[] start = [Clamp(limit.Parameters[0], 1), Clamp(limit.Parameters[1], interval), .. dropout];
            var estimate = MaximumLikelihood.Fit(likelihood, scales, start, histories.Customers, cancellationToken);
            if (best is null || IsBetter(estimate, best))
            {
                best = estimate;
            }

            // One search is enough when it ends inside the bounds above the model it contains, or runs away towards that model.
            var gains = best.LogLikelihood > limit.LogLikelihood + NoticeableGain;
            if (best.Convergence.Converged && gains == best.Bounds.All(bound => bound == 0))
            {
                break;
            }
        }

        if (best!.LogLikelihood < limit.LogLikelihood + NoticeableGain)
        {
            return BuildNbd(limit, [
                $"No dropout can be seen in these data: the {label} model's {names[2]} and {names[3]} run away, so it was replaced by its limit, the NBD model, in which customers never leave."]);
        }

        if (!best.Convergence.Converged)
        {
            throw new NotConvergedException(
                $"The {label} model did not converge in {best.Convergence.Iterations} steps; look for customers with wrong counts or times, or use another model.",
                best.Convergence, Enumerable.Range(0, names.Length).ToDictionary(i => names[i], i => best.Parameters[i], StringComparer.Ordinal));
        }

        return build(FittedParameter.Of(names, best), best.Convergence, BoundWarnings(names, best));
    }

    /// <summary>Fits the NBD model.</summary>
    public static MaximumLikelihoodEstimate FitNbd(PurchaseHistories histories, CancellationToken cancellationToken)
    {
        var interval = histories.TotalAge / histories.RepeatPurchases;
        return MaximumLikelihood.Fit(new NbdLikelihood(histories), [1, interval], [1, interval], histories.Customers, cancellationToken);
    }

    /// <summary>The NBD model of an estimate.</summary>
    /// <exception cref="NotConvergedException">The estimate is none.</exception>
    public static Nbd BuildNbd(MaximumLikelihoodEstimate estimate, IReadOnlyList<string> warnings)
    {
        if (!estimate.Convergence.Converged)
        {
            throw new NotConvergedException(
                $"The NBD model did not converge in {estimate.Convergence.Iterations} steps; look for customers with wrong counts or times.",
                estimate.Convergence, new Dictionary<string, double>(StringComparer.Ordinal) { ["r"] = estimate.Parameters[0], ["alpha"] = estimate.Parameters[1] });
        }

        return new Nbd(FittedParameter.Of(NbdNames, estimate), estimate.Convergence, [.. warnings, .. BoundWarnings(NbdNames, estimate)]);
    }

    /// <exception cref="InvalidOptionsException">A parameter is not a finite number above 0.</exception>
    public static void RequirePositive(IReadOnlyList<FittedParameter> parameters)
    {
        var problems = new OptionProblems();
        foreach (var parameter in parameters)
        {
            problems.Positive(parameter.Name, parameter.Value);
        }

        problems.ThrowIfAny();
    }

    private static bool IsBetter(MaximumLikelihoodEstimate one, MaximumLikelihoodEstimate other) =>
        one.Convergence.Converged == other.Convergence.Converged ? one.LogLikelihood > other.LogLikelihood : one.Convergence.Converged;

    private static double Clamp(double value, double scale) => Math.Clamp(value, scale * 1e-2, scale * 1e2);

    private static List<string> BoundWarnings(string[] names, MaximumLikelihoodEstimate estimate)
    {
        var upper = Names(1);
        var lower = Names(-1);
        var warnings = new List<string>();
        if (upper.Length > 0)
        {
            warnings.Add($"{upper} grew to the bound of the search: the data show no difference between customers in what it describes, so its value stands for \"very large\" and only ratios of such parameters mean something.");
        }

        if (lower.Length > 0)
        {
            warnings.Add($"{lower} shrank to the bound of the search: the data show two kinds of customers in what it describes, nearly never and nearly always, so its value stands for \"very small\".");
        }

        return warnings;

        string Names(int side) => string.Join(", ", names.Where((_, i) => estimate.Bounds[i] == side));
    }
}
