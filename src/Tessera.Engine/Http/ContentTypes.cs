namespace Tessera.Engine.Http;

/// <summary>The media type of each output format.</summary>
internal static class ContentTypes
{
    public static string For(string format) => format.ToUpperInvariant() switch
    {
        "JSON" or "JSONCOMPACT" or "JSONSTRINGS" or "JSONCOMPACTSTRINGS" or "JSONCOLUMNS" or "JSONCOMPACTCOLUMNS"
            or "JSONCOLUMNSWITHMETADATA" or "JSONOBJECTEACHROW" => "application/json; charset=UTF-8",
        "JSONEACHROW" or "JSONLINES" or "NDJSON" or "JSONL" or "JSONCOMPACTEACHROW" or "JSONSTRINGSEACHROW" or "JSONCOMPACTSTRINGSEACHROW"
            or "JSONCOMPACTEACHROWWITHNAMES" or "JSONCOMPACTEACHROWWITHNAMESANDTYPES" or "JSONEACHROWWITHPROGRESS" => "application/x-ndjson; charset=UTF-8",
        "TABSEPARATED" or "TSV" or "TABSEPARATEDRAW" or "TSVRAW" or "TABSEPARATEDWITHNAMES" or "TSVWITHNAMES"
            or "TABSEPARATEDWITHNAMESANDTYPES" or "TSVWITHNAMESANDTYPES" => "text/tab-separated-values; charset=UTF-8",
        "CSV" => "text/csv; charset=UTF-8; header=absent",
        "CSVWITHNAMES" or "CSVWITHNAMESANDTYPES" => "text/csv; charset=UTF-8; header=present",
        "XML" => "application/xml; charset=UTF-8",
        "MARKDOWN" => "text/markdown; charset=UTF-8",
        "ROWBINARY" or "ROWBINARYWITHNAMES" or "ROWBINARYWITHNAMESANDTYPES" or "NATIVE" or "PARQUET" or "ARROW" or "ARROWSTREAM" or "ORC"
            or "AVRO" or "MSGPACK" or "PROTOBUF" or "CAPNPROTO" or "BSONEACHROW" or "NPY" => "application/octet-stream",
        _ => "text/plain; charset=UTF-8",
    };
}
