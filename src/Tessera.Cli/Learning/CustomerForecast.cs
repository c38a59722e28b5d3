namespace Tessera.Cli.Learning;

/// <summary>What one customer is expected to do.</summary>
/// <param name="ProbabilityAlive">The probability of still being a customer.</param>
/// <param name="Purchases">Expected purchases within the horizon.</param>
/// <param name="Amount">Expected amount per purchase; null without amounts.</param>
/// <param name="Value">Expected amount within the horizon, discounted; null without amounts.</param>
internal readonly record struct CustomerForecast(double ProbabilityAlive, double Purchases, double? Amount, double? Value);
