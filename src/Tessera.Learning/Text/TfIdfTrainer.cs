namespace Tessera.Learning.Text;

/// <summary>TF-IDF: texts as vectors of their terms, each weighing the more the fewer texts have it.</summary>
/// <remarks>
/// Weight: tf · (ln((1 + n)/(1 + texts with the term)) + 1), then length 1; tf is the count, or 1 + ln(count).
/// <para>Reference: Salton and Buckley (1988), Term-weighting approaches in automatic text retrieval, Information Processing and Management 24(5), section 2; smoothing as if one
/// more text had every term. Complexity: O(words).</para>
/// </remarks>
public sealed class TfIdfTrainer : IEstimator<IReadOnlyList<string>, TfIdfModel>
{
    private readonly TfIdfOptions options;

    /// <summary>Creates the estimator.</summary>
    /// <param name="options">How texts become vectors.</param>
    /// <exception cref="InvalidOptionsException">An option is out of its range.</exception>
    public TfIdfTrainer(TfIdfOptions options)
    {
        options.Validate();
        this.options = options;
    }

    /// <inheritdoc/>
    public TfIdfModel Fit(IReadOnlyList<string> data, IProgress<FitProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        if (data.Count == 0)
        {
            throw new NotEstimableException("There is no text to learn from.");
        }

        var texts = data.SelectMany(text => TfIdfModel.Terms(text, options).Distinct(StringComparer.Ordinal)).CountBy(term => term, StringComparer.Ordinal);
        var most = options.MaximumShare * data.Count;
        var kept = texts.Where(term => term.Value >= options.MinimumTexts && term.Value <= most).OrderBy(term => term.Key, StringComparer.Ordinal).ToList();
        return kept.Count > 0
            ? new TfIdfModel([.. kept.Select(term => term.Key)], [.. kept.Select(term => Math.Log((1.0 + data.Count) / (1 + term.Value)) + 1)], options)
            : throw new NotEstimableException("No term occurs in as many texts as asked for.");
    }
}
