using System.Runtime.InteropServices;

namespace Tessera.Server.Ingestion.Contracts;

/// <summary>One record of a partition.</summary>
/// <param name="Position">Its place, from 1, without gaps.</param>
/// <param name="Bytes">What was appended.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LogRecord(long Position, ReadOnlyMemory<byte> Bytes);
