namespace Tessera.Learning.Streams;

/// <summary>Online logistic regression (FTRL-proximal): learns from one row after another, forever, with a step size per input.</summary>
/// <remarks>
/// Estimates P(y = 1 | x) for inputs given as numbered values, of which most may be absent (0).
/// <para>Reference: McMahan et al. (2013), Ad Click Prediction: a View from the Trenches, KDD, algorithm 1. Symbols: α, β, λ₁, λ₂, z, n as there.</para>
/// <para>Complexity: O(inputs of the row). Changes as it learns; not for several threads at once.</para>
/// </remarks>
public sealed class FtrlProximal
{
    private readonly FtrlOptions options;
    private readonly Dictionary<int, (double Z, double N)> state = [];

    /// <summary>Creates a learner that knows nothing.</summary>
    /// <param name="options">How it learns.</param>
    /// <exception cref="InvalidOptionsException">An option is out of its range.</exception>
    public FtrlProximal(FtrlOptions options)
    {
        options.Validate();
        this.options = options;
    }

    /// <summary>Rows learned from.</summary>
    public long Rows { get; private set; }

    /// <summary>The weight of an input; 0 for one never seen or not worth it.</summary>
    /// <param name="input">Its number.</param>
    public double Weight(int input)
    {
        if (!state.TryGetValue(input, out var known) || Math.Abs(known.Z) <= options.L1)
        {
            return 0;
        }

        return -(known.Z - (Math.Sign(known.Z) * options.L1)) / (((options.Beta + Math.Sqrt(known.N)) / options.Alpha) + options.L2);
    }

    /// <summary>The probability of 1.</summary>
    /// <param name="row">The inputs that are not 0, each once; give an input of 1 to every row for an intercept.</param>
    public double Predict(ReadOnlySpan<(int Input, double Value)> row)
    {
        var score = 0.0;
        foreach (var (input, value) in row)
        {
            score += Weight(input) * value;
        }

        return 1 / (1 + Math.Exp(-score));
    }

    /// <summary>Learns from a row.</summary>
    /// <param name="row">Its inputs that are not 0, each once; finite.</param>
    /// <param name="target">Whether it was 1.</param>
    /// <returns>The prediction before the row was learned from: what progressive validation measures.</returns>
    public double Learn(ReadOnlySpan<(int Input, double Value)> row, bool target)
    {
        foreach (var (input, value) in row)
        {
            if (!double.IsFinite(value))
            {
                throw new ArgumentException($"Input {input} is {value}; inputs are finite.", nameof(row));
            }
        }

        var predicted = Predict(row);
        Rows++;
        foreach (var (input, value) in row)
        {
            var gradient = (predicted - (target ? 1 : 0)) * value;
            var (z, n) = state.GetValueOrDefault(input);
            var sigma = (Math.Sqrt(n + (gradient * gradient)) - Math.Sqrt(n)) / options.Alpha;
            state[input] = (z + gradient - (sigma * Weight(input)), n + (gradient * gradient));
        }

        return predicted;
    }
}
