using System.Runtime.InteropServices;
using System.Text;

namespace Tessera.Engine.Native;

/// <summary>
/// One connection into the engine. It runs one statement at a time and keeps settings between statements; all calls
/// are blocking and must come one after the other.
/// </summary>
internal sealed unsafe class ChdbConnection : IDisposable
{
    private static readonly IReadOnlyDictionary<string, string> NoParameters = new Dictionary<string, string>(StringComparer.Ordinal);

    private nint holder;

    private ChdbConnection(nint owner) => holder = owner;

    // chdb_connect answers with a pointer to the connection; statements take the connection itself.
    private nint Handle => holder == nint.Zero ? throw new ObjectDisposedException(nameof(ChdbConnection)) : *(nint*)holder;

    /// <summary>Connects with the given arguments; null when the engine refuses (it says why on standard error).</summary>
    public static ChdbConnection? Open(IReadOnlyList<string> arguments)
    {
        var texts = stackalloc byte*[arguments.Count];
        try
        {
            for (var i = 0; i < arguments.Count; i++)
            {
                texts[i] = (byte*)Marshal.StringToCoTaskMemUTF8(arguments[i]);
            }

            var owner = SignalHandlers.Keep(() => Chdb.chdb_connect(arguments.Count, texts));
            return owner == nint.Zero ? null : new ChdbConnection(owner);
        }
        finally
        {
            for (var i = 0; i < arguments.Count; i++)
            {
                Marshal.FreeCoTaskMem((nint)texts[i]);
            }
        }
    }

    /// <summary>Says what a statement would do, using the engine's own parser, without running it.</summary>
    public (int Statements, StatementClass Class) Classify(ReadOnlySpan<byte> sql)
    {
        var analysis = new Chdb.QueryAnalysis() { StructSize = (uint)sizeof(Chdb.QueryAnalysis) };
        fixed (byte* query = sql)
        {
            var state = Chdb.chdb_classify_query_n(Handle, query, (nuint)sql.Length, null, 0, &analysis);
            return state == 0 ? (checked((int)analysis.StatementCount), analysis.Class) : (0, StatementClass.Unknown);
        }
    }

    /// <summary>Runs a statement and holds its whole result in native memory.</summary>
    /// <exception cref="EngineException">The statement failed.</exception>
    public ChdbResult Query(ReadOnlySpan<byte> sql, string format, IReadOnlyDictionary<string, string>? parameters = null)
    {
        using var block = new ParameterBlock(parameters ?? NoParameters);
        Span<byte> formatName = stackalloc byte[Encoding.UTF8.GetMaxByteCount(format.Length)];
        var formatLength = Encoding.UTF8.GetBytes(format, formatName);
        fixed (byte* query = sql, name = formatName)
        {
            var result = new ChdbResult(Chdb.chdb_query_with_params_n(
                Handle, query, (nuint)sql.Length, name, (nuint)formatLength,
                block.Names, block.NameLengths, block.Values, block.ValueLengths, block.Count));
            result.ThrowIfFailed();
            return result;
        }
    }

    /// <summary>Runs a short statement and answers with its result as text.</summary>
    /// <exception cref="EngineException">The statement failed.</exception>
    public string QueryText(string sql, IReadOnlyDictionary<string, string>? parameters = null)
    {
        using var result = Query(Encoding.UTF8.GetBytes(sql), "TabSeparated", parameters);
        return Encoding.UTF8.GetString(result.Bytes);
    }

    /// <summary>Starts a SELECT whose result is fetched chunk by chunk.</summary>
    /// <exception cref="EngineException">The statement failed to start.</exception>
    public ChdbSelect Select(ReadOnlySpan<byte> sql, string format, IReadOnlyDictionary<string, string> parameters)
    {
        using var block = new ParameterBlock(parameters);
        Span<byte> formatName = stackalloc byte[Encoding.UTF8.GetMaxByteCount(format.Length)];
        var formatLength = Encoding.UTF8.GetBytes(format, formatName);
        fixed (byte* query = sql, name = formatName)
        {
            var stream = Chdb.chdb_stream_query_with_params_n(
                Handle, query, (nuint)sql.Length, name, (nuint)formatLength,
                block.Names, block.NameLengths, block.Values, block.ValueLengths, block.Count);
            new ChdbResult(stream).ThrowIfFailed();
            return new ChdbSelect(Handle, stream);
        }
    }

    /// <summary>Starts an INSERT; <paramref name="head"/> ends before FORMAT or VALUES, the data follows in chunks.</summary>
    /// <exception cref="EngineException">The statement failed to start.</exception>
    public ChdbInsert Insert(ReadOnlySpan<byte> head, string format, IReadOnlyDictionary<string, string> parameters)
    {
        using var block = new ParameterBlock(parameters);
        Span<byte> formatName = stackalloc byte[Encoding.UTF8.GetMaxByteCount(format.Length)];
        var formatLength = Encoding.UTF8.GetBytes(format, formatName);
        fixed (byte* query = head, name = formatName)
        {
            var insert = new ChdbInsert(Chdb.chdb_stream_insert_with_params_n(
                Handle, query, (nuint)head.Length, name, (nuint)formatLength,
                block.Names, block.NameLengths, block.Values, block.ValueLengths, block.Count));
            insert.ThrowIfFailed();
            return insert;
        }
    }

    public void Dispose()
    {
        if (holder != nint.Zero)
        {
            Chdb.chdb_close_conn(holder);
            holder = nint.Zero;
        }
    }
}
