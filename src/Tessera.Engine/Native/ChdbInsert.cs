using System.Runtime.InteropServices;

namespace Tessera.Engine.Native;

/// <summary>A running INSERT: bytes are appended as they come and committed by <see cref="Complete"/>.</summary>
internal sealed unsafe class ChdbInsert(nint stream) : IDisposable
{
    private nint _stream = stream;
    private bool _completed;

    /// <summary>Throws the engine's error, if there is one, and releases the stream.</summary>
    /// <exception cref="EngineException">The insert failed.</exception>
    public void ThrowIfFailed()
    {
        if (Marshal.PtrToStringUTF8((nint)Chdb.chdb_stream_insert_error(_stream)) is { } error)
        {
            Dispose();
            throw EngineException.Parse(error);
        }
    }

    /// <summary>Hands bytes to the engine; blocks while it is behind.</summary>
    /// <exception cref="EngineException">The data does not fit the format or the table.</exception>
    public void Append(ReadOnlySpan<byte> data)
    {
        fixed (byte* bytes = data)
        {
            if (Chdb.chdb_stream_append(_stream, bytes, (nuint)data.Length) != 0)
            {
                ThrowIfFailed();
                throw EngineErrors.Cancelled();
            }
        }
    }

    /// <summary>Ends the input and commits.</summary>
    /// <exception cref="EngineException">The insert failed; blocks already full may have been committed.</exception>
    public Progress Complete()
    {
        _completed = true;
        using ChdbResult result = new(Chdb.chdb_stream_done(_stream));
        result.ThrowIfFailed();
        return result.Progress;
    }

    /// <summary>Releases the stream; an insert not completed is cancelled.</summary>
    public void Dispose()
    {
        if (_stream == nint.Zero)
        {
            return;
        }

        if (!_completed)
        {
            Chdb.chdb_stream_cancel_insert(_stream);
        }

        Chdb.chdb_destroy_insert_stream(_stream);
        _stream = nint.Zero;
    }
}
