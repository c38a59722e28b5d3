namespace Tessera.Segments.Explaining;

/// <summary>One step of a <see cref="SegmentChange"/>. A closed family.</summary>
public abstract record ChangeStep
{
    private protected ChangeStep()
    {
    }

    /// <summary>What it is: <c>do</c>, <c>wait</c>, <c>stop</c>, <c>set</c>, <c>consent</c>, <c>withdraw</c>, <c>enter</c> or <c>leave</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>The step in words: <c>do Export File once more</c>.</summary>
    public required string Sentence { get; init; }
}
