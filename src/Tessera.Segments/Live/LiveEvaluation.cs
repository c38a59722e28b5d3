using System.Runtime.InteropServices;

namespace Tessera.Segments.Live;

/// <summary>What an evaluation found.</summary>
/// <param name="Changes">The segments entered and left since the last evaluation, those referred to before those that refer to them; mostly none.</param>
/// <param name="NextInstant">When a membership may change by itself, though nothing more is heard of the customer; null for never.
/// No membership changes before it. At it, perhaps none does; evaluate then and ask for the next.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LiveEvaluation(IReadOnlyList<MembershipChange> Changes, DateTimeOffset? NextInstant);
