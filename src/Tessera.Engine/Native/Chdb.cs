using System.Runtime.InteropServices;

namespace Tessera.Engine.Native;

/// <summary>The C interface of libchdb 26.7.3, name by name. Handles are opaque; text is UTF-8 with explicit lengths.</summary>
internal static unsafe partial class Chdb
{
    private const string Library = "chdb";

    /// <summary>Loads the library at <paramref name="path"/>; must precede every other call.</summary>
    /// <exception cref="DllNotFoundException">The file is missing, damaged, or built for another system.</exception>
    public static void Load(string path)
    {
        var handle = NativeLibrary.Load(path);
        NativeLibrary.SetDllImportResolver(typeof(Chdb).Assembly, (name, _, _) => name == Library ? handle : nint.Zero);
    }

    [LibraryImport(Library)]
    public static partial nint chdb_connect(int argumentCount, byte** arguments);

    [LibraryImport(Library)]
    public static partial void chdb_close_conn(nint connection);

    [LibraryImport(Library)]
    public static partial int chdb_shutdown();

    [LibraryImport(Library)]
    public static partial nint chdb_query_with_params_n(
        nint connection, byte* query, nuint queryLength, byte* format, nuint formatLength,
        byte** names, nuint* nameLengths, byte** values, nuint* valueLengths, nuint count);

    [LibraryImport(Library)]
    public static partial nint chdb_stream_query_with_params_n(
        nint connection, byte* query, nuint queryLength, byte* format, nuint formatLength,
        byte** names, nuint* nameLengths, byte** values, nuint* valueLengths, nuint count);

    [LibraryImport(Library)]
    public static partial nint chdb_stream_fetch_result(nint connection, nint stream);

    [LibraryImport(Library)]
    public static partial void chdb_stream_cancel_query(nint connection, nint stream);

    [LibraryImport(Library)]
    public static partial void chdb_destroy_query_result(nint result);

    [LibraryImport(Library)]
    public static partial nint chdb_stream_insert_with_params_n(
        nint connection, byte* query, nuint queryLength, byte* format, nuint formatLength,
        byte** names, nuint* nameLengths, byte** values, nuint* valueLengths, nuint count);

    [LibraryImport(Library)]
    public static partial int chdb_stream_append(nint stream, byte* data, nuint length);

    [LibraryImport(Library)]
    public static partial nint chdb_stream_done(nint stream);

    [LibraryImport(Library)]
    public static partial void chdb_stream_cancel_insert(nint stream);

    [LibraryImport(Library)]
    public static partial byte* chdb_stream_insert_error(nint stream);

    [LibraryImport(Library)]
    public static partial void chdb_destroy_insert_stream(nint stream);

    [LibraryImport(Library)]
    public static partial byte* chdb_result_buffer(nint result);

    [LibraryImport(Library)]
    public static partial nuint chdb_result_length(nint result);

    [LibraryImport(Library)]
    public static partial byte* chdb_result_error(nint result);

    [LibraryImport(Library)]
    public static partial double chdb_result_elapsed(nint result);

    [LibraryImport(Library)]
    public static partial ulong chdb_result_rows_read(nint result);

    [LibraryImport(Library)]
    public static partial ulong chdb_result_storage_rows_read(nint result);

    [LibraryImport(Library)]
    public static partial ulong chdb_result_storage_bytes_read(nint result);

    [LibraryImport(Library)]
    public static partial ulong chdb_result_rows_written(nint result);

    [LibraryImport(Library)]
    public static partial ulong chdb_result_bytes_written(nint result);

    [LibraryImport(Library)]
    public static partial int chdb_classify_query_n(
        nint connection, byte* query, nuint queryLength, byte* database, nuint databaseLength, QueryAnalysis* analysis);

    /// <summary>What <c>chdb_classify_query_n</c> reports; the size comes first so that later engines know how much to fill in.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct QueryAnalysis
    {
        public uint StructSize;
        public uint StatementCount;
        public uint Flags;
        public StatementClass Class;
    }
}
