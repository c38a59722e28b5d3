using Tessera.Learning.Lifetime;

namespace Tessera.Cli.Learning;

/// <summary>What <c>learn lifetime</c> was asked for.</summary>
/// <param name="File">The file.</param>
/// <param name="Summary">Whether it holds one row per customer with x, t_x and T.</param>
/// <param name="Customer">The column of the customer; may be null with a summary.</param>
/// <param name="Time">The column of the time; null with a summary.</param>
/// <param name="Amount">The column of the amount, or two with <c>*</c> between; null without amounts.</param>
/// <param name="CalibrationEnd">The last day of calibration; null for all days.</param>
/// <param name="Unit">The unit of time.</param>
/// <param name="Model">The model's name, or <c>auto</c>.</param>
/// <param name="Horizon">How far predictions look; null for the length of the holdout, else a year.</param>
/// <param name="YearlyDiscount">The yearly discount rate, such as 0.1.</param>
/// <param name="Bootstrap">How many bootstrap replicates; 0 for none.</param>
/// <param name="Seed">The seed of the bootstrap.</param>
internal sealed record LifetimeRequest(
    string File,
    bool Summary,
    string? Customer,
    string? Time,
    string? Amount,
    DateOnly? CalibrationEnd,
    TimeUnit Unit,
    string Model,
    double? Horizon,
    double YearlyDiscount,
    int Bootstrap,
    int Seed);
