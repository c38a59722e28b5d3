using Tessera.Learning.Selection;

namespace Tessera.Cli.Learning;

/// <summary>What <c>learn classify</c> and <c>learn regress</c> were asked for.</summary>
/// <param name="Task">Classes or numbers.</param>
/// <param name="File">The file to learn from.</param>
/// <param name="Target">The column to predict.</param>
/// <param name="Positive">The value of the target that is predicted; null to choose.</param>
/// <param name="Drop">Columns that are no features.</param>
/// <param name="Keep">Columns that are features even if they look like leaks.</param>
/// <param name="Model">The kind of model, or auto.</param>
/// <param name="Folds">How many folds.</param>
/// <param name="Seed">Of folds and models.</param>
/// <param name="FoldColumn">The column that says which fold a row belongs to.</param>
/// <param name="Time">The column by which the latest rows are tested, in place of folds.</param>
/// <param name="Test">The file to test on, in place of folds.</param>
internal sealed record PredictionRequest(
    PredictionTask Task,
    string File,
    string Target,
    string? Positive,
    IReadOnlyList<string> Drop,
    IReadOnlyList<string> Keep,
    string Model,
    int Folds,
    ulong Seed,
    string? FoldColumn,
    string? Time,
    string? Test)
{
    /// <summary>Whether the target is a class.</summary>
    public bool IsClass => Task == PredictionTask.Classification;

    /// <summary>All columns that are named.</summary>
    public IEnumerable<string> NamedColumns => new[] { Target, FoldColumn, Time }.OfType<string>().Concat(Drop).Concat(Keep);

    /// <summary>Columns that are no features.</summary>
    public IEnumerable<string> Excluded => new[] { Target, FoldColumn, Keep.Contains(Time, StringComparer.Ordinal) ? null : Time }.OfType<string>().Concat(Drop);

    /// <summary>The kinds of models that are tried.</summary>
    public IReadOnlyList<ModelKind> Kinds => Model switch
    {
        "boosting" => [ModelKind.Boosting],
        "forest" => [ModelKind.Forest],
        "logistic" or "linear" => [ModelKind.Linear],
        "tree" => [ModelKind.Tree],
        _ => [ModelKind.Boosting, ModelKind.Linear, ModelKind.Forest],
    };
}
