using System.Runtime.InteropServices;

namespace Tessera.Segments;

/// <summary>A stretch of a text, in UTF-16 code units, as editors and JavaScript count.</summary>
/// <param name="Offset">Its start, from 0.</param>
/// <param name="Length">Its length; 0 at the end of the text.</param>
/// <param name="Line">The line it starts on, from 1.</param>
/// <param name="Column">The column it starts at, from 1.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TextSpan(int Offset, int Length, int Line, int Column);
