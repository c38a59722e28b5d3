namespace Tessera.Server.Segments.Rfm.Naming;

/// <summary>A run of scores on one axis, both ends included; scores go from 1 (weakest) to 5 (strongest).</summary>
/// <param name="From">The lowest score in the range.</param>
/// <param name="To">The highest score in the range.</param>
internal sealed record ScoreRange(int From, int To)
{
    /// <summary>Every score: the axis does not matter.</summary>
    public static ScoreRange Any { get; } = new(1, 5);

    /// <summary>Whether the range leaves nothing out.</summary>
    public bool IsAny => From == 1 && To == 5;

    /// <summary>The given score and everything stronger.</summary>
    public static ScoreRange AtLeast(int score) => new(score, 5);

    /// <summary>The given score and everything weaker.</summary>
    public static ScoreRange AtMost(int score) => new(1, score);

    /// <summary>One score only.</summary>
    public static ScoreRange Exactly(int score) => new(score, score);

    /// <summary>Whether the score lies in the range.</summary>
    public bool Contains(int score) => score >= From && score <= To;

    /// <summary>The range as a condition on an axis: <c>r ≥ 4</c>, <c>f = 1</c>, <c>m 2–3</c>.</summary>
    public string Rule(string axis) => this switch
    {
        { IsAny: true } => $"any {axis}",
        _ when From == To => $"{axis} = {From}",
        { To: 5 } => $"{axis} ≥ {From}",
        { From: 1 } => $"{axis} ≤ {To}",
        _ => $"{axis} {From}–{To}",
    };

    /// <summary>The range in words: <c>4 or 5</c>, <c>1 to 3</c>, <c>5</c>.</summary>
    public override string ToString() => (To - From) switch
    {
        0 => $"{From}",
        1 => $"{From} or {To}",
        _ => $"{From} to {To}",
    };
}
