namespace Tessera.Learning.Text;

/// <summary>The terms and their weights. Immutable; made by <see cref="TfIdfTrainer"/>.</summary>
public sealed class TfIdfModel : IFittedModel
{
    private readonly string[] terms;
    private readonly double[] weights;
    private readonly Dictionary<string, int> places;
    private readonly TfIdfOptions options;

    internal TfIdfModel(string[] terms, double[] weights, TfIdfOptions options)
    {
        (this.terms, this.weights, this.options) = (terms, weights, options);
        places = terms.Select((term, place) => (term, place)).ToDictionary(each => each.term, each => each.place, StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public Convergence Convergence => Convergence.ClosedForm;

    /// <inheritdoc/>
    public IReadOnlyList<string> Warnings => [];

    /// <summary>The terms, sorted by code point, [m].</summary>
    public IReadOnlyList<string> TermNames => terms;

    /// <summary>The vector of a text, [m], of length 1; empty where it has none of the terms.</summary>
    /// <param name="text">The text.</param>
    public SparseVector Vector(string text)
    {
        var counts = new SortedDictionary<int, int>();
        foreach (var term in Terms(text, options))
        {
            if (places.TryGetValue(term, out var place))
            {
                counts[place] = counts.GetValueOrDefault(place) + 1;
            }
        }

        double[] values = [.. counts.Select(each => weights[each.Key] * (options.Sublinear ? 1 + Math.Log(each.Value) : each.Value))];
        var length = Math.Sqrt(values.Sum(value => value * value));
        return new SparseVector([.. counts.Keys], [.. values.Select(value => value / length)]);
    }

    internal static IEnumerable<string> Terms(string text, TfIdfOptions options)
    {
        var words = options.WithoutStopWords ? [.. Tokenizer.Words(text).Where(word => !StopWords.Contains(word))] : Tokenizer.Words(text);
        for (var start = 0; start < words.Count; start++)
        {
            var term = "";
            for (var length = 1; length <= options.LongestTerm && start + length <= words.Count; length++)
            {
                term = length == 1 ? words[start] : $"{term} {words[start + length - 1]}";
                yield return term;
            }
        }
    }
}
