namespace Tessera.Segments;

/// <summary><c>ever</c>, the default: from the beginning to <c>t</c>.</summary>
public sealed record Ever : Period
{
    /// <summary>The period.</summary>
    public static Ever Period { get; } = new();
}
