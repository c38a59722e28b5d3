using System.Runtime.InteropServices;
using System.Text;

namespace Tessera.Engine.Native;

/// <summary>Named parameters laid out for the C interface: four parallel arrays, valid until disposed.</summary>
internal sealed unsafe class ParameterBlock : IDisposable
{
    private readonly byte** pointers;
    private readonly nuint* lengths;

    public ParameterBlock(IReadOnlyDictionary<string, string> parameters)
    {
        var count = parameters.Count;
        Count = (nuint)count;
        pointers = (byte**)NativeMemory.AllocZeroed((nuint)((2 * count) + 1), (nuint)sizeof(byte*));
        lengths = (nuint*)NativeMemory.AllocZeroed((nuint)((2 * count) + 1), (nuint)sizeof(nuint));
        var index = 0;
        foreach (var (name, value) in parameters)
        {
            Store(index, name);
            Store(count + index, value);
            index++;
        }
    }

    public nuint Count { get; }

    public byte** Names => pointers;

    public nuint* NameLengths => lengths;

    public byte** Values => pointers + Count;

    public nuint* ValueLengths => lengths + Count;

    public void Dispose()
    {
        for (nuint i = 0; i < 2 * Count; i++)
        {
            NativeMemory.Free(pointers[i]);
        }

        NativeMemory.Free(pointers);
        NativeMemory.Free(lengths);
    }

    private void Store(int slot, string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        var memory = (byte*)NativeMemory.Alloc((nuint)length + 1);
        Encoding.UTF8.GetBytes(text, new Span<byte>(memory, length));
        memory[length] = 0;
        pointers[slot] = memory;
        lengths[slot] = (nuint)length;
    }
}
