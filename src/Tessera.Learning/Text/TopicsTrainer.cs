using Tessera.Learning.Data;

namespace Tessera.Learning.Text;

/// <summary>Topics by non-negative matrix factorisation (NMF): each text a mixture of topics, each topic a list of terms with weights.</summary>
/// <remarks>
/// Minimises |X − W H|² with W, H ≥ 0; X: [texts, terms], W: [texts, k], H: [k, terms], by one column of W and one row of H after another (HALS).
/// <para>Reference: Lee and Seung (1999), Nature 401; updates: Cichocki and Phan (2009), Fast Local Algorithms for Large Scale Nonnegative Matrix and Tensor
/// Factorizations, IEICE Transactions E92-A(3), algorithm 2. The objective never rises. Complexity: O(rounds · (entries k + (texts + terms) k²)). Determinism: by seed.</para>
/// </remarks>
public sealed class TopicsTrainer : IEstimator<IReadOnlyList<SparseVector>, TopicsModel>
{
    // Of the objective: topics do not change to the eye any more.
    private const double LeastGain = 1e-5;
    private const double Least = 1e-12;

    private readonly int termCount;
    private readonly TopicsOptions options;

    /// <summary>Creates the estimator.</summary>
    /// <param name="termCount">The length of the vectors.</param>
    /// <param name="options">How topics are found.</param>
    /// <exception cref="InvalidOptionsException">An option is out of its range.</exception>
    public TopicsTrainer(int termCount, TopicsOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(termCount, 1);
        options.Validate();
        (this.termCount, this.options) = (termCount, options);
    }

    /// <inheritdoc/>
    public TopicsModel Fit(IReadOnlyList<SparseVector> data, IProgress<FitProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var k = options.Topics;
        if (data.Count < k)
        {
            throw new NotEstimableException($"{k} topics need at least as many texts; there are {data.Count}.");
        }

        var random = new SeededRandom(options.Seed);
        double[] texts = [.. Enumerable.Range(0, data.Count * k).Select(_ => random.NextDouble())];
        double[] terms = [.. Enumerable.Range(0, termCount * k).Select(_ => random.NextDouble())];
        var squares = data.Sum(vector => Squares(vector.Values));
        var before = double.PositiveInfinity;
        for (var round = 1; round <= options.MaximumIterations; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            // X H and X' W have one row per text and per term.
            var byText = new double[texts.Length];
            for (var text = 0; text < data.Count; text++)
            {
                AddRows(data[text], terms, byText.AsSpan(text * k, k));
            }

            Update(texts, byText, Gram(terms, k), k);
            var byTerm = new double[terms.Length];
            for (var text = 0; text < data.Count; text++)
            {
                Scatter(data[text], texts.AsSpan(text * k, k), byTerm);
            }

            Update(terms, byTerm, Gram(texts, k), k);
            var objective = Objective(squares, terms, byTerm, Gram(texts, k), Gram(terms, k));
            progress?.Report(new FitProgress($"round {round}", (double)round / options.MaximumIterations));
            if (before - objective <= LeastGain * squares / options.MaximumIterations)
            {
                return new TopicsModel(terms, termCount, k, new Convergence(Converged: true, round, objective, "The objective does not fall any more."));
            }

            before = objective;
        }

        return new TopicsModel(terms, termCount, k, new Convergence(Converged: false, options.MaximumIterations, before, $"The limit of {options.MaximumIterations} rounds was reached."));
    }

    /// <summary>One pass over the k columns of one side, the other held fast.</summary>
    internal static void Update(double[] side, double[] products, double[] gram, int k)
    {
        for (var row = 0; row < side.Length / k; row++)
        {
            var own = side.AsSpan(row * k, k);
            for (var topic = 0; topic < k; topic++)
            {
                var slope = products[(row * k) + topic];
                for (var other = 0; other < k; other++)
                {
                    slope -= own[other] * gram[(other * k) + topic];
                }

                own[topic] = Math.Max(0, own[topic] + (slope / Math.Max(Least, gram[(topic * k) + topic])));
            }
        }
    }

    internal static double[] Gram(double[] side, int k)
    {
        var gram = new double[k * k];
        for (var row = 0; row < side.Length; row += k)
        {
            for (var i = 0; i < k; i++)
            {
                for (var j = 0; j < k; j++)
                {
                    gram[(i * k) + j] += side[row + i] * side[row + j];
                }
            }
        }

        return gram;
    }

    internal static void AddRows(SparseVector vector, double[] rows, Span<double> sum)
    {
        for (var i = 0; i < vector.Places.Length; i++)
        {
            var row = rows.AsSpan(vector.Places[i] * sum.Length, sum.Length);
            for (var topic = 0; topic < sum.Length; topic++)
            {
                sum[topic] += vector.Values[i] * row[topic];
            }
        }
    }

    private static void Scatter(SparseVector vector, ReadOnlySpan<double> row, double[] sums)
    {
        for (var i = 0; i < vector.Places.Length; i++)
        {
            for (var topic = 0; topic < row.Length; topic++)
            {
                sums[(vector.Places[i] * row.Length) + topic] += vector.Values[i] * row[topic];
            }
        }
    }

    private static double Squares(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value * value;
        }

        return sum;
    }

    // |X|² − 2 ⟨X'W, H⟩ + ⟨W'W, H'H⟩
    private static double Objective(double squares, double[] terms, double[] byTerm, double[] textGram, double[] termGram)
    {
        var objective = squares;
        for (var i = 0; i < terms.Length; i++)
        {
            objective -= 2 * terms[i] * byTerm[i];
        }

        for (var i = 0; i < textGram.Length; i++)
        {
            objective += textGram[i] * termGram[i];
        }

        return objective;
    }
}
