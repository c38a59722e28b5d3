using Tessera.Learning.Data;

namespace Tessera.Learning.Causal;

/// <summary>A fitted model of uplift: a weighted sum of models, those of the untreated with a negative weight. Immutable; made by <see cref="UpliftTrainer"/>.</summary>
public sealed class UpliftModel : IPredictor
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
}
