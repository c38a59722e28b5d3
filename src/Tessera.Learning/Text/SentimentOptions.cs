namespace Tessera.Learning.Text;

/// <summary>How sentiment is learned.</summary>
public sealed record SentimentOptions
{
    /// <summary>How texts become vectors. Default: words and pairs of words.</summary>
    public TfIdfOptions Terms { get; init; } = new() { LongestTerm = 2 };

    /// <summary>The ridge on the terms' weights. Above 0, up to 10⁶; default 0.2.</summary>
    public double L2 { get; init; } = 0.2;

    /// <summary>Whether the lexicon's score is one more input. Default: yes; it knows words that training never saw.</summary>
    public bool WithLexicon { get; init; } = true;

    /// <summary>Newton steps after which it gives up. 1 to 10,000; default 50.</summary>
    public int MaximumIterations { get; init; } = 50;

    internal void Validate()
    {
        Terms.Validate();
        new OptionProblems().Range(nameof(L2), L2, 1e-9, 1e6).Range(nameof(MaximumIterations), MaximumIterations, 1, 10_000).ThrowIfAny();
    }
}
