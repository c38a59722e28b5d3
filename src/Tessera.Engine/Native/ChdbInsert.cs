using System.Runtime.InteropServices;

namespace Tessera.Engine.Native;

/// <summary>A running INSERT: bytes are appended as they come and committed by <see cref="Complete"/>.</summary>
internal sealed unsafe class ChdbInsert(nint stream) : IDisposable
{
    private nint stream = stream;
    private bool completed;

    /// <summary>Throws the engine's error, if there is one, and releases the stream.</summary>
    /// <exception cref="EngineException">The insert failed.</exception>
    public void ThrowIfFailed()
    {
        if (Marshal.PtrToStringUTF8((nint)Chdb.chdb_stream_insert_error(stream)) is { } error)
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
            if (Chdb.chdb_stream_append(stream, bytes, (nuint)data.Length) != 0)
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
        completed = true;
        using var result = new ChdbResult(Chdb.chdb_stream_done(stream));
        result.ThrowIfFailed();
        return result.Progress;
    }

    /// <summary>Releases the stream; an insert not completed is cancelled.</summary>
    public void Dispose()
    {
        if (stream == nint.Zero)
        {
            return;
        }

        if (!completed)
        {
            Chdb.chdb_stream_cancel_insert(stream);
        }

        Chdb.chdb_destroy_insert_stream(stream);
        stream = nint.Zero;
    }
}
