namespace Tessera.Segments.Json;

/// <summary>Carries a problem from deep inside a tree to <see cref="SegmentJson"/>, which turns it into a result.</summary>
internal sealed class TreeProblemException(string pointer, string message) : Exception(message)
{
    internal string Pointer { get; } = pointer;
}
