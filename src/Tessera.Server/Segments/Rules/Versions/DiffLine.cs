namespace Tessera.Server.Segments.Rules.Versions;

/// <summary>A line of two texts laid side by side.</summary>
/// <param name="Kind"><c>same</c>, <c>added</c> or <c>removed</c>.</param>
/// <param name="Text">The line.</param>
internal sealed record DiffLine(string Kind, string Text)
{
    public const string Same = "same";
    public const string Added = "added";
    public const string Removed = "removed";
}
