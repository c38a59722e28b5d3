using System.Buffers;

namespace Tessera.Engine.Native;

/// <summary>Lets a result's bytes be written asynchronously without copying them; valid as long as the result.</summary>
internal sealed unsafe class ResultMemory(ChdbResult result) : MemoryManager<byte>
{
    public override Span<byte> GetSpan()
    {
        fixed (byte* bytes = result.Bytes)
        {
            // Native memory does not move, so the pointer outlives the fixed block.
            return new Span<byte>(bytes, result.Bytes.Length);
        }
    }

    public override MemoryHandle Pin(int elementIndex = 0)
    {
        fixed (byte* bytes = result.Bytes)
        {
            return new MemoryHandle(bytes + elementIndex);
        }
    }

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing)
    {
    }
}
