namespace Tessera.Learning.Text;

/// <summary>Sentiment learned from texts with labels: logistic regression on TF-IDF terms, and on the lexicon's score.</summary>
/// <remarks>
/// Minimises Σ (ln(1 + eˢ) − y s) + ½ λ |w|², the intercept free, by Newton's method; each step is solved by conjugate gradients, so that no matrix of terms by terms is needed.
/// <para>Reference: Genkin, Lewis and Madigan (2007), Large-Scale Bayesian Logistic Regression for Text Categorization, Technometrics 49(3), equation (5); the method: Lin, Weng and
/// Keerthi (2008), Trust Region Newton Method for Large-Scale Logistic Regression, JMLR 9, section 2, with steps halved until the objective falls.</para>
/// </remarks>
public sealed class SentimentTrainer : IEstimator<LabelledTexts, SentimentModel>
{
    private const double Tolerance = 1e-6;

    private readonly SentimentOptions options;

    /// <summary>Creates the estimator.</summary>
    /// <param name="options">How it learns.</param>
    /// <exception cref="InvalidOptionsException">An option is out of its range.</exception>
    public SentimentTrainer(SentimentOptions options)
    {
        options.Validate();
        this.options = options;
    }

    /// <inheritdoc/>
    public SentimentModel Fit(LabelledTexts data, IProgress<FitProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var terms = new TfIdfTrainer(options.Terms).Fit(data.Texts, cancellationToken: cancellationToken);
        SparseVector[] rows = [.. data.Texts.Select(text => SentimentModel.Row(terms, text, options.WithLexicon))];
        var problem = new SparseLogistic(rows, [.. data.Positive.Select(positive => positive ? 1.0 : 0.0)], terms.TermNames.Count + 2, options.L2);
        var weights = new double[terms.TermNames.Count + 2];
        var objective = problem.Objective(weights);
        for (var iteration = 1; iteration <= options.MaximumIterations; iteration++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var gradient = problem.Gradient(weights);
            if (Math.Sqrt(gradient.Sum(value => value * value)) <= Tolerance * rows.Length)
            {
                return new SentimentModel(terms, weights, options.WithLexicon, new Convergence(Converged: true, iteration, objective / rows.Length, "The gradient is zero."));
            }

            var step = problem.NewtonStep(weights, gradient);
            var share = 1.0;
            double[] moved;
            double after;
            do
            {
                moved = [.. weights.Zip(step, (weight, change) => weight + (share * change))];
                after = problem.Objective(moved);
                share /= 2;
            }
            while (after > objective && share > 1e-10);

            (weights, objective) = (moved, after);
            progress?.Report(new FitProgress($"step {iteration}", (double)iteration / options.MaximumIterations));
        }

        throw new NotConvergedException(
            $"Sentiment did not converge in {options.MaximumIterations} steps; raise L2 or MaximumIterations.",
            new Convergence(Converged: false, options.MaximumIterations, objective / rows.Length, "The limit of steps was reached."),
            new Dictionary<string, double>(StringComparer.Ordinal) { ["intercept"] = weights[0] });
    }
}
