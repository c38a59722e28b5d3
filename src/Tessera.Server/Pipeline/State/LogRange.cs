using System.Runtime.InteropServices;

namespace Tessera.Server.Pipeline.State;

/// <summary>Positions of one partition of the log, both ends included.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LogRange(long First, long Last);
