namespace Tessera.Segments;

/// <summary><c>plan is "free"</c>: a test of something known about the customer.</summary>
public sealed record TraitCondition : Expression
{
    /// <summary>Puts a test to a trait.</summary>
    /// <param name="path">The trait.</param>
    /// <param name="test">The test.</param>
    /// <exception cref="ArgumentException">The test is a rank and the path is no score, or asks for the past of something without one.</exception>
    public TraitCondition(ValuePath path, ValueTest test)
    {
        if (test is IsInExtremeShare && !Namespaces.IsScore(path))
        {
            throw new ArgumentException("Only a score (score.NAME) can be in the top or bottom share of all customers.", nameof(test));
        }

        if (test is HasBeen && !Namespaces.IsOwnTrait(path))
        {
            throw new ArgumentException($"{path.Display} has no history of identify calls, so how long it 'has been' is not known.", nameof(test));
        }

        (Path, Test) = (path, test);
    }

    /// <summary>The trait.</summary>
    public ValuePath Path { get; }

    /// <summary>The test.</summary>
    public ValueTest Test { get; }
}
