using Tessera.Cli.Output;
using Tessera.Learning;
using Tessera.Learning.Lifetime;

namespace Tessera.Cli.Learning;

/// <summary>Fits lifetime models to a file, tests them on the holdout, and forecasts every customer.</summary>
internal sealed class LifetimeRun(LifetimeRequest request, LifetimeData data, ProgressLine progress, CancellationToken cancellationToken)
{
    private const double WeeksPerYear = 365.25 / 7;
    private const double DaysPerYear = 365.25;

    private readonly List<string> warnings = [.. data.Notices];

    private double UnitsPerYear => request.Unit == TimeUnit.Weeks ? WeeksPerYear : DaysPerYear;

    private double Horizon => request.Horizon
        ?? (data.Log is { HoldoutLength: > 0 } log ? log.HoldoutLength : request.Unit == TimeUnit.Weeks ? 52 : 365);

    public (LifetimeAnswer Answer, CustomerForecast[] Forecasts) Do()
    {
        var histories = PurchaseHistories.Collapse(data.Histories);
        progress.Report("Fitting");
        var (choice, estimator) = Fit(histories);
        var model = choice.Model;
        warnings.AddRange(model.Warnings);
        var (spend, spenders) = FitSpend();
        progress.Report("Forecasting");
        var forecasts = new CustomerForecast[data.Histories.Length];
        Parallel.For(0, forecasts.Length, new ParallelOptions { CancellationToken = cancellationToken }, i => forecasts[i] = Forecast(model, spend, i));
        var answer = new LifetimeAnswer(
            model.Name,
            choice.Reason,
            histories.Customers,
            histories.DistinctHistories,
            request.Unit == TimeUnit.Weeks ? "weeks" : "days",
            LifetimeAnswer.ValuesOf(model.Parameters),
            LifetimeAnswer.ErrorsOf(model.Parameters),
            model.LogLikelihood,
            model.Convergence.Iterations,
            Holdout(model),
            [.. choice.Candidates.Select(each => new LifetimeAnswer.CandidateAnswer(each.Name, each.Model?.Name, each.HoldoutLogLikelihood, each.Problem))],
            spend is null ? null : new(
                "gamma-gamma", spenders, LifetimeAnswer.ValuesOf(spend.Parameters), LifetimeAnswer.ErrorsOf(spend.Parameters), spend.LogLikelihood, PopulationMean(spend)),
            new(Horizon, forecasts.Sum(each => each.Purchases), forecasts.Sum(each => each.ProbabilityAlive), spend is null ? null : forecasts.Sum(each => each.Value ?? 0)),
            Intervals(model, estimator, histories),
            warnings);
        return (answer, forecasts);
    }

    private static double? PopulationMean(GammaGamma spend)
    {
        try
        {
            return spend.PopulationMean;
        }
        catch (NotEstimableException)
        {
            // Said among the warnings of the fit.
            return null;
        }
    }

    private (LifetimeChoice Choice, IEstimator<PurchaseHistories, ILifetimeModel> Estimator) Fit(PurchaseHistories histories)
    {
        if (LifetimeModelSelector.Estimators.TryGetValue(request.Model, out var named))
        {
            var model = named.Fit(histories, null, cancellationToken);
            return (new(model, [], $"{request.Model} was asked for."), named);
        }

        var selector = new LifetimeModelSelector();
        var choice = data.Log is { } log ? selector.Fit(log, null, cancellationToken) : selector.Fit(histories, null, cancellationToken);
        return (choice, choice.Model.Name == "nbd" ? new NbdEstimator() : LifetimeModelSelector.Estimators[choice.Model.Name]);
    }

    private (GammaGamma? Spend, int Customers) FitSpend()
    {
        if (request.Amount is null)
        {
            return (null, 0);
        }

        SpendHistory[] spenders = [.. data.Histories.Zip(data.MeanAmounts).Where(each => each.First.Frequency > 0 && each.Second > 0)
            .Select(each => new SpendHistory(each.First.Frequency, each.Second))];
        try
        {
            var spend = new GammaGammaEstimator().Fit(spenders, null, cancellationToken);
            warnings.AddRange(spend.Warnings);
            return (spend, spenders.Length);
        }
        catch (Exception exception) when (exception is NotEstimableException or NotConvergedException)
        {
            warnings.Add(exception.Message);
            return (null, spenders.Length);
        }
    }

    private CustomerForecast Forecast(ILifetimeModel model, GammaGamma? spend, int i)
    {
        var history = data.Histories[i];
        var alive = model.ProbabilityAlive(history);
        var purchases = model.ExpectedPurchases(Horizon, history);
        if (spend is null)
        {
            return new(alive, purchases, null, null);
        }

        var amount = history.Frequency > 0 && data.MeanAmounts[i] > 0
            ? spend.ExpectedAmount(new(history.Frequency, data.MeanAmounts[i]))
            : PopulationMean(spend);
        var rate = Math.Pow(1 + request.YearlyDiscount, 1 / UnitsPerYear) - 1;
        return new(alive, purchases, amount, amount * DiscountedValue.Purchases(model, history, Horizon, rate));
    }

    private LifetimeAnswer.HoldoutAnswer? Holdout(ILifetimeModel model)
    {
        if (data.Log is not { HoldoutLength: > 0 } log)
        {
            if (request.CalibrationEnd is not null)
            {
                warnings.Add($"There is no holdout: no purchase is after {request.CalibrationEnd:yyyy-MM-dd}.");
            }

            return null;
        }

        var holdout = HoldoutEvaluation.Of(model, log);
        return new(
            log.HoldoutLength, holdout.ActualTotal, holdout.PredictedTotal, holdout.MeanAbsoluteError, holdout.RootMeanSquaredError, holdout.Spearman,
            holdout.Correlation, holdout.LogLikelihood);
    }

    private IReadOnlyList<BootstrapInterval> Intervals(ILifetimeModel model, IEstimator<PurchaseHistories, ILifetimeModel> estimator, PurchaseHistories histories)
    {
        if (request.Bootstrap == 0)
        {
            return [];
        }

        var quantities = model.Parameters.ToDictionary(
            parameter => parameter.Name,
            parameter => (Func<ILifetimeModel, double>)(fitted => fitted.Parameters.FirstOrDefault(each => each.Name == parameter.Name)?.Value ?? double.NaN),
            StringComparer.Ordinal);
        quantities["expectedPurchases"] = fitted => histories.Distinct().Sum(each => each.Value * fitted.ExpectedPurchases(Horizon, each.Key));
        quantities["expectedPurchasesOfNewCustomer"] = fitted => fitted.ExpectedPurchases(Horizon);
        var reporter = new FitReporter(progress, "Bootstrap");
        return [.. new ParametricBootstrap(new() { Replicates = request.Bootstrap, Seed = request.Seed })
            .Intervals(model, estimator, histories, quantities, reporter, cancellationToken).Where(interval => interval.Replicates > 0)];
    }
}
