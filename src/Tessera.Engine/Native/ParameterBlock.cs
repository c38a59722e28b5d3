using System.Runtime.InteropServices;
using System.Text;

namespace Tessera.Engine.Native;

/// <summary>Named parameters laid out for the C interface: four parallel arrays, valid until disposed.</summary>
internal sealed unsafe class ParameterBlock : IDisposable
{
    private readonly byte** _pointers;
    private readonly nuint* _lengths;

    public ParameterBlock(IReadOnlyDictionary<string, string> parameters)
    {
        int count = parameters.Count;
        Count = (nuint)count;
        _pointers = (byte**)NativeMemory.AllocZeroed((nuint)((2 * count) + 1), (nuint)sizeof(byte*));
        _lengths = (nuint*)NativeMemory.AllocZeroed((nuint)((2 * count) + 1), (nuint)sizeof(nuint));
        int index = 0;
        foreach ((string name, string value) in parameters)
        {
            Store(index, name);
            Store(count + index, value);
            index++;
        }
    }

    public nuint Count { get; }

    public byte** Names => _pointers;

    public nuint* NameLengths => _lengths;

    public byte** Values => _pointers + Count;

    public nuint* ValueLengths => _lengths + Count;

    public void Dispose()
    {
        for (nuint i = 0; i < 2 * Count; i++)
        {
            NativeMemory.Free(_pointers[i]);
        }

        NativeMemory.Free(_pointers);
        NativeMemory.Free(_lengths);
    }

    private void Store(int slot, string text)
    {
        int length = Encoding.UTF8.GetByteCount(text);
        byte* memory = (byte*)NativeMemory.Alloc((nuint)length + 1);
        Encoding.UTF8.GetBytes(text, new Span<byte>(memory, length));
        memory[length] = 0;
        _pointers[slot] = memory;
        _lengths[slot] = (nuint)length;
    }
}
