using Tessera.Learning.Lifetime;

namespace Tessera.Cli.Learning;

/// <summary>What <c>learn lifetime</c> answers: its JSON, property by property.</summary>
internal sealed record LifetimeAnswer(
    string Model,
    string Reason,
    int Customers,
    int DistinctHistories,
    string Unit,
    Dictionary<string, double> Parameters,
    Dictionary<string, double?> StandardErrors,
    double LogLikelihood,
    int Iterations,
    LifetimeAnswer.HoldoutAnswer? Holdout,
    IReadOnlyList<LifetimeAnswer.CandidateAnswer> Candidates,
    LifetimeAnswer.SpendAnswer? Spend,
    LifetimeAnswer.ForecastAnswer Forecast,
    IReadOnlyList<BootstrapInterval> Intervals,
    IReadOnlyList<string> Warnings)
{
    /// <summary>How the holdout was predicted.</summary>
    internal sealed record HoldoutAnswer(
        double Length, double ActualTotal, double PredictedTotal, double Mae, double Rmse, double? Spearman, double? Correlation, double LogLikelihood);

    /// <summary>A model that was considered.</summary>
    internal sealed record CandidateAnswer(string Name, string? Fitted, double? HoldoutLogLikelihood, string? Problem);

    /// <summary>The spend model.</summary>
    internal sealed record SpendAnswer(
        string Model, int Customers, Dictionary<string, double> Parameters, Dictionary<string, double?> StandardErrors, double LogLikelihood, double? PopulationMean);

    /// <summary>What the customers together are expected to do.</summary>
    internal sealed record ForecastAnswer(double Horizon, double ExpectedPurchases, double Alive, double? DiscountedValue);

    public static Dictionary<string, double> ValuesOf(IEnumerable<FittedParameter> parameters) =>
        parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value, StringComparer.Ordinal);

    public static Dictionary<string, double?> ErrorsOf(IEnumerable<FittedParameter> parameters) =>
        parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.StandardError, StringComparer.Ordinal);
}
