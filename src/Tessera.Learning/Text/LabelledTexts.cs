namespace Tessera.Learning.Text;

/// <summary>Texts of which it is known whether they are positive. Immutable.</summary>
public sealed class LabelledTexts
{
    /// <summary>Creates it.</summary>
    /// <param name="texts">The texts, n of them.</param>
    /// <param name="positive">Whether each is positive, [n].</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    /// <exception cref="NotEstimableException">All are positive, or none is.</exception>
    public LabelledTexts(IReadOnlyList<string> texts, IReadOnlyList<bool> positive)
    {
        if (texts.Count != positive.Count)
        {
            throw new ArgumentException($"There are {texts.Count} texts and {positive.Count} labels.", nameof(positive));
        }

        if (!positive.Contains(value: true) || !positive.Contains(value: false))
        {
            throw new NotEstimableException("Sentiment needs positive and negative texts to learn from.");
        }

        (Texts, Positive) = ([.. texts], [.. positive]);
    }

    /// <summary>The texts.</summary>
    public IReadOnlyList<string> Texts { get; }

    /// <summary>Whether each is positive.</summary>
    public IReadOnlyList<bool> Positive { get; }
}
