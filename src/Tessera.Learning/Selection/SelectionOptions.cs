namespace Tessera.Learning.Selection;

/// <summary>Which models are tried, and how they are compared.</summary>
public sealed record SelectionOptions
{
    /// <summary>What is to be predicted. Default: classification.</summary>
    public PredictionTask Task { get; init; } = PredictionTask.Classification;

    /// <summary>The kinds of models that are tried. At least one; default: boosting, forest and linear.</summary>
    public IReadOnlyList<ModelKind> Kinds { get; init; } = [ModelKind.Boosting, ModelKind.Forest, ModelKind.Linear];

    /// <summary>The folds by which they are compared, within the rows that are learned from. 2 to 20; default 5.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>Of folds and samples. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    internal void Validate() => new OptionProblems()
        .Range(nameof(Folds), Folds, 2, 20)
        .Require(Kinds.Count > 0 && Kinds.Distinct().Count() == Kinds.Count, $"{nameof(Kinds)} must name at least one kind, and none twice.")
        .ThrowIfAny();
}
