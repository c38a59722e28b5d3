using System.Runtime.InteropServices;

namespace Tessera.Segments.Explaining.Courses;

/// <summary>A deed counts for something while a stretch of time lasts, from the first instant to the one after the last.</summary>
/// <param name="Deed">The deed.</param>
/// <param name="Slot">For which of several things.</param>
/// <param name="From">The first instant.</param>
/// <param name="To">The instant after the last; <see cref="long.MaxValue"/> for ever.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Stay(Deed Deed, int Slot, long From, long To);
