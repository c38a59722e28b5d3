namespace Tessera.Segments.Live.Compiling;

/// <summary>A segment made ready.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Node">Its definition.</param>
/// <param name="Conditions">The conditions it depends on, those of segments it refers to included.</param>
/// <param name="IsAsked">Whether it was asked for, and is not only referred to.</param>
internal sealed record LiveSegment(string Key, LiveNode Node, int[] Conditions, bool IsAsked);
