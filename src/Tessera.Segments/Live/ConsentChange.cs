using System.Runtime.InteropServices;

namespace Tessera.Segments.Live;

/// <summary>A customer gave consent to a purpose, or withdrew it.</summary>
/// <param name="Purpose">The purpose.</param>
/// <param name="Time">When.</param>
/// <param name="Given">Whether it was given.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ConsentChange(string Purpose, DateTimeOffset Time, bool Given);
