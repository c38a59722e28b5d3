namespace Tessera.Learning.Text;

/// <summary>How texts become vectors.</summary>
public sealed record TfIdfOptions
{
    /// <summary>The most words of a term: 2 takes pairs of neighbours too. 1 to 5; default 1.</summary>
    public int LongestTerm { get; init; } = 1;

    /// <summary>The least texts that a term must occur in. 1 to 10⁹; default 1.</summary>
    public int MinimumTexts { get; init; } = 1;

    /// <summary>The largest share of texts that a term may occur in. Above 0, at most 1; default 1.</summary>
    public double MaximumShare { get; init; } = 1;

    /// <summary>Whether English stop words are left out. Default: no; sentiment needs "not".</summary>
    public bool WithoutStopWords { get; init; }

    /// <summary>Whether counts become 1 + ln(count). Default: yes.</summary>
    public bool Sublinear { get; init; } = true;

    internal void Validate() => new OptionProblems()
        .Range(nameof(LongestTerm), LongestTerm, 1, 5)
        .Range(nameof(MinimumTexts), MinimumTexts, 1, 1e9)
        .Range(nameof(MaximumShare), MaximumShare, double.Epsilon, 1)
        .ThrowIfAny();
}
