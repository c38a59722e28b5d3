using Tessera.ClickHouse;
using Tessera.Server.Hosting;

namespace Tessera.Server.Segments;

/// <summary>A kind of file that rows are exported as.</summary>
/// <param name="Extension">What names of such files end with.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="EngineName">What the engine calls it.</param>
internal sealed record ExportFormat(string Extension, string MediaType, string EngineName)
{
    /// <summary>Comma-separated values with a line of names, safe to open in a spreadsheet.</summary>
    public static ExportFormat Csv { get; } = new("csv", "text/csv", "CSVWithNames");

    /// <summary>A JSON object a line.</summary>
    public static ExportFormat JsonLines { get; } = new("jsonl", "application/jsonl", "JSONEachRow");

    /// <summary>Apache Parquet.</summary>
    public static ExportFormat Parquet { get; } = new("parquet", "application/vnd.apache.parquet", "Parquet");

    /// <summary>The value of the header Content-Type.</summary>
    public string ContentType => this == Parquet ? MediaType : $"{MediaType}; charset=utf-8";

    /// <summary>Reads the statement of an export; in it, <c>as_text</c> keeps a text from being taken for a formula where that is needed.</summary>
    public static Statement Load(string path) => new(Read(path));

    /// <summary>The text of such a statement.</summary>
    public static string Read(string path) => EmbeddedSql.Read("Segments/AsText.sql") + EmbeddedSql.Read(path);

    /// <summary>A statement that <see cref="Load"/> read, with what it needs to know of the format.</summary>
    public Statement Applied(Statement statement) =>
        statement.With("for_spreadsheet", this == Csv).WithSetting("date_time_output_format", this == JsonLines ? "iso" : "simple");
}
