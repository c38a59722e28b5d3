using Tessera.Learning.Data;
using Tessera.Learning.Trees;

namespace Tessera.Learning.Causal;

/// <summary>A fitted model of uplift: a weighted sum of models, those of the untreated with a negative weight. Immutable; made by <see cref="UpliftTrainer"/>.</summary>
public sealed class UpliftModel : IPredictor, ISqlModel
{
    private readonly UpliftPart[] parts;

    internal UpliftModel(FeatureSchema schema, Convergence convergence, params UpliftPart[] parts)
    {
        Schema = schema;
        Convergence = convergence;
        this.parts = parts;
    }

    /// <inheritdoc/>
    public FeatureSchema Schema { get; }

    /// <inheritdoc/>
    public Convergence Convergence { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Warnings => [];

    internal IReadOnlyList<UpliftPart> Parts => parts;

    /// <summary>The expected change of a row's outcome by treatment.</summary>
    /// <param name="row">The inputs, [d].</param>
    public double Predict(ReadOnlySpan<double> row)
    {
        var uplift = 0.0;
        foreach (var (model, weight, treatment) in parts)
        {
            uplift += weight * (treatment is { } arm ? model.Predict([.. row, arm]) : model.Predict(row));
        }

        return uplift;
    }

    /// <inheritdoc/>
    public double[] Predict(FeatureFrame features)
    {
        var uplift = new double[features.RowCount];
        foreach (var (model, weight, treatment) in parts)
        {
            var predictions = model.Predict(treatment is { } arm ? features.With(UpliftTrainer.TreatmentFeature, [.. Enumerable.Repeat(arm, uplift.Length)]) : features);
            for (var row = 0; row < uplift.Length; row++)
            {
                uplift[row] += weight * predictions[row];
            }
        }

        return uplift;
    }

    /// <inheritdoc/>
    public string ToSql() => string.Join("\n+ ", parts.Select(part =>
    {
        var prediction = ((ISqlModel)part.Model).ToSql();
        // A function's argument stands before a column of its name.
        var given = part.Treatment is { } arm ? $"arraySum(({SqlText.Name(UpliftTrainer.TreatmentFeature)}) -> {prediction}, [{SqlText.Number(arm)}])" : $"({prediction})";
        return $"{SqlText.Number(part.Weight)} * {given}";
    }));
}
