using System.Runtime.InteropServices;

namespace Tessera.Engine.Native;

/// <summary>What a statement has read, written and returned so far. Rows and bytes of the engine's uncompressed blocks.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Progress(ulong ReadRows, ulong ReadBytes, ulong WrittenRows, ulong WrittenBytes, ulong ResultRows)
{
    /// <summary>The sum of both. A stream reports what each chunk added.</summary>
    public Progress Add(Progress other) => new(
        ReadRows + other.ReadRows,
        ReadBytes + other.ReadBytes,
        WrittenRows + other.WrittenRows,
        WrittenBytes + other.WrittenBytes,
        ResultRows + other.ResultRows);
}
