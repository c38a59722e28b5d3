using Tessera.Learning.Data;

namespace Tessera.Learning.Selection;

/// <summary>The model that was chosen: one, or a blend of several on the scale of log-odds (classes) or of the target (numbers). Immutable.</summary>
public sealed class SelectedModel : IPredictor, ISqlModel
{
    private readonly IReadOnlyList<IPredictor> parts;

    internal SelectedModel(IReadOnlyList<IPredictor> parts, Blend blend, IReadOnlyList<CandidateScore> candidates, string reason, ProbabilityCurve? curve = null)
    {
        this.parts = parts;
        Blend = blend;
        Candidates = candidates;
        Reason = reason;
        Curve = curve;
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

    /// <summary>What becomes of the probabilities; null where they stay.</summary>
    internal ProbabilityCurve? Curve { get; }

    /// <inheritdoc/>
    public string ToSql()
    {
        var blended = Blend.ToSql([.. parts.Cast<ISqlModel>().Select(part => part.ToSql())]);
        return Curve?.ToSql(blended) ?? blended;
    }

    /// <inheritdoc/>
    public double Predict(ReadOnlySpan<double> row)
    {
        Span<double> predictions = stackalloc double[parts.Count];
        for (var i = 0; i < parts.Count; i++)
        {
            predictions[i] = parts[i].Predict(row);
        }

        var blended = Blend.Of(predictions);
        return Curve?.Of(blended) ?? blended;
    }

    /// <inheritdoc/>
    public double[] Predict(FeatureFrame features)
    {
        double[][] predictions = [.. parts.Select(part => part.Predict(features))];
        var blended = Blend.Of(predictions);
        return Curve is null ? blended : [.. blended.Select(Curve.Of)];
    }
}
