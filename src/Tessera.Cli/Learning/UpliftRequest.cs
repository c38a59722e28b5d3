namespace Tessera.Cli.Learning;

/// <summary>What <c>learn uplift</c> was asked for.</summary>
/// <param name="File">The file.</param>
/// <param name="Treatment">The column that says who was treated.</param>
/// <param name="Treated">Its value for treated rows; null to choose.</param>
/// <param name="Control">Its value for untreated rows; null for all others.</param>
/// <param name="Outcome">The column of what came of it.</param>
/// <param name="Drop">Columns that are no features.</param>
/// <param name="Keep">Columns that are features even if they look as if known only afterwards.</param>
/// <param name="Model">The learner.</param>
/// <param name="Base">The models inside it.</param>
/// <param name="Folds">How many folds.</param>
/// <param name="FoldColumn">The column that says which fold a row belongs to.</param>
/// <param name="Seed">Of folds and models.</param>
/// <param name="Value">What a unit of outcome is worth.</param>
/// <param name="Cost">What treating a row costs; null for no plan.</param>
/// <param name="Budget">What may be spent.</param>
internal sealed record UpliftRequest(
    string File,
    string Treatment,
    string? Treated,
    string? Control,
    string Outcome,
    IReadOnlyList<string> Drop,
    IReadOnlyList<string> Keep,
    string Model,
    string Base,
    int Folds,
    string? FoldColumn,
    ulong Seed,
    double Value,
    double? Cost,
    double Budget)
{
    /// <summary>All columns that are named.</summary>
    public IEnumerable<string> NamedColumns => new[] { Treatment, Outcome, FoldColumn }.Concat(Drop).Concat(Keep).OfType<string>();
}
