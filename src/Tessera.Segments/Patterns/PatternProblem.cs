namespace Tessera.Segments.Patterns;

/// <summary>Why a text is no pattern.</summary>
/// <param name="Start">Where, from 0.</param>
/// <param name="Message">What it does wrong, to follow "the pattern".</param>
internal sealed record PatternProblem(int Start, string Message);
