using System.Runtime.InteropServices;

namespace Tessera.Engine.Native;

/// <summary>One result or one chunk of a result; its bytes live in native memory until disposed.</summary>
internal sealed unsafe class ChdbResult(nint handle) : IDisposable
{
    private nint handle = handle;

    /// <summary>The engine's message, or null when the call succeeded.</summary>
    public string? Error => handle == nint.Zero
        ? "Code: 1002. DB::Exception: The engine returned no result. (UNKNOWN_EXCEPTION)"
        : Marshal.PtrToStringUTF8((nint)Chdb.chdb_result_error(handle));

    public ReadOnlySpan<byte> Bytes
    {
        get
        {
            var length = Chdb.chdb_result_length(handle);
            return length == 0 ? [] : new ReadOnlySpan<byte>(Chdb.chdb_result_buffer(handle), checked((int)length));
        }
    }

    public Progress Progress => new(
        ReadRows: Chdb.chdb_result_storage_rows_read(handle),
        ReadBytes: Chdb.chdb_result_storage_bytes_read(handle),
        WrittenRows: Chdb.chdb_result_rows_written(handle),
        WrittenBytes: Chdb.chdb_result_bytes_written(handle),
        ResultRows: Chdb.chdb_result_rows_read(handle));

    /// <summary>Throws the engine's error, if there is one, and releases the result.</summary>
    /// <exception cref="EngineException">The call failed.</exception>
    public void ThrowIfFailed()
    {
        if (Error is { } error)
        {
            Dispose();
            throw EngineException.Parse(error);
        }
    }

    public void Dispose()
    {
        if (handle != nint.Zero)
        {
            Chdb.chdb_destroy_query_result(handle);
            handle = nint.Zero;
        }
    }
}
