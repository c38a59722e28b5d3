using System.Runtime.InteropServices;

namespace Tessera.Segments.Live;

/// <summary>A customer became a member of a segment, or ceased to be one.</summary>
/// <param name="Segment">The key of the segment.</param>
/// <param name="Time">When.</param>
/// <param name="Entered">Whether membership began.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct MembershipChange(string Segment, DateTimeOffset Time, bool Entered);
