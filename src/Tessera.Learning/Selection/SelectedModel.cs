using Tessera.Learning.Data;

namespace Tessera.Learning.Selection;

/// <summary>The model that was chosen: one, or a blend of several on the scale of log-odds (classes) or of the target (numbers). Immutable.</summary>
public sealed class SelectedModel : IPredictor, ISqlModel
{
    private readonly IReadOnlyList<IPredictor> parts;

    internal SelectedModel(IReadOnlyList<IPredictor> parts, Blend blend, IReadOnlyList<CandidateScore> candidates, string reason)
    {
        this.parts = parts;
        Blend = blend;
        Candidates = candidates;
        Reason = reason;
    }

    /// <inheritdoc/>
    public FeatureSchema Schema => parts[0].Schema;

    /// <inheritdoc/>
    public Convergence Convergence => parts.Select(part => part.Convergence).FirstOrDefault(part => !part.Converged) ?? parts[0].Convergence;

    /// <inheritdoc/>
    public IReadOnlyList<string> Warnings => [.. parts.SelectMany(part => part.Warnings)];

    /// <summary>All that was tried, the best first.</summary>
    public IReadOnlyList<CandidateScore> Candidates { get; }

    /// <summary>Why this one, in one sentence.</summary>
    public string Reason { get; }

    /// <summary>The models that are blended; one when one was chosen alone.</summary>
    public IReadOnlyList<IPredictor> Parts => parts;

    internal Blend Blend { get; }

    /// <inheritdoc/>
    public string ToSql() => Blend.ToSql([.. parts.Cast<ISqlModel>().Select(part => part.ToSql())]);

    /// <inheritdoc/>
    public double Predict(ReadOnlySpan<double> row)
    {
        Span<double> predictions = stackalloc double[parts.Count];
        for (var i = 0; i < parts.Count; i++)
        {
            predictions[i] = parts[i].Predict(row);
        }

        return Blend.Of(predictions);
    }

    /// <inheritdoc/>
    public double[] Predict(FeatureFrame features)
    {
        double[][] predictions = [.. parts.Select(part => part.Predict(features))];
        return Blend.Of(predictions);
    }
}
