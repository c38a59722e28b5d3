using System.Globalization;
using Tessera.Domain;

namespace Tessera.Server.Imports;

/// <summary>Every reason for which an import cannot go on, as one sentence that says what is wrong, where, and what to do.</summary>
internal static class ImportErrors
{
    public static ImportException Empty(string file) =>
        new("file-empty", $"\"{file}\" is empty: there is nothing to import.");

    public static ImportException NotATable(string file, string content) =>
        new("file-not-a-table", $"\"{file}\" is not a table: it is {content}. Export it as CSV, TSV or XLSX.");

    public static ImportException NotText(string file, string content) =>
        new("file-not-text", $"\"{file}\" is not a file of tracking calls: it is {content}. It must hold one JSON object a line, gzip allowed.");

    public static ImportException CompressedTwice(string file) =>
        new("file-compressed-twice", $"\"{file}\" is a gzip file inside a gzip file: decompress it once.");

    public static ImportException GzipDamaged(string file, long bytes, Exception cause) =>
        new("file-damaged", $"\"{file}\" is damaged or cut off: its gzip data breaks after {Number(bytes)} bytes of text. Send the file again.", cause);

    public static ImportException CannotUnpack(string file, string directory, Exception cause) =>
        new("file-not-unpacked", $"\"{file}\" could not be unpacked into {directory} ({cause.Message.TrimEnd('.')}): make room there, or send the workbook without gzip.", cause);

    public static ImportException WorkbookProtected(string file, Exception cause) =>
        new("workbook-protected", $"\"{file}\" is protected by a password: save it without one, or export it as CSV.", cause);

    public static ImportException WorkbookUnreadable(string file, Exception cause) =>
        new("workbook-unreadable", $"\"{file}\" cannot be read as an Excel workbook: it is damaged, or not a workbook at all. Export it as CSV.", cause);

    public static ImportException WorkbookEmpty(string file) =>
        new("workbook-empty", $"No sheet of \"{file}\" has any rows.");

    public static ImportException NoSuchSheet(string file, string sheet, IEnumerable<string> sheets) =>
        new("sheet-unknown", $"\"{file}\" has no sheet \"{sheet}\": it has {List(sheets)}.");

    public static ImportException QuoteNotClosed(string file, long line) =>
        new("quote-not-closed", $"A quotation mark that opens in line {Number(line)} of \"{file}\" is never closed: close it, or double it if it belongs to the text.");

    public static ImportException RecordTooLong(string file, long line, long bytes, Exception cause) =>
        new(
            "record-too-long",
            $"The record that starts in line {Number(line)} of \"{file}\" is longer than {Number(bytes)} bytes: a quotation mark that opens there is probably not closed.",
            cause);

    public static ImportException NoRows(string file) =>
        new("no-rows", $"\"{file}\" has column names but no rows below them.");

    public static ImportException NoHeader(string file, long line, IEnumerable<string> values) =>
        new(
            "no-column-names",
            $"Line {Number(line)} of \"{file}\" looks like data, not like column names ({List(values)}): add a line of column names, or set the option header to false and name columns by number, such as #1.");

    public static ImportException NoSuchColumn(string column, string? suggestion, IEnumerable<string> columns) =>
        new(
            "column-unknown",
            $"There is no column \"{column}\" in the file{(suggestion is null ? "." : $"; did you mean \"{suggestion}\"?")} Its columns are {List(columns)}.");

    public static ImportException ColumnTwice(string column, IEnumerable<int> positions) =>
        new(
            "column-ambiguous",
            $"The column name \"{column}\" occurs more than once, as columns {string.Join(" and ", positions.Select(position => $"#{Number(position)}"))}: map one of them by its number.");

    public static ImportException NoSuchTarget(string target, IEnumerable<string> targets) =>
        new("target-unknown", $"Nothing can be mapped to \"{target}\": the targets are {string.Join(", ", targets)}.");

    public static ImportException BadSource(string target, string complaint) =>
        new("mapping-invalid", $"The mapping of {target} cannot be understood: {complaint.TrimEnd('.')}.");

    public static ImportException BadOption(string option, string value, string allowed) =>
        new("option-invalid", $"The option {option} cannot be \"{value}\": it must be {allowed}.");

    public static ImportException NotDates(string source, string example) =>
        new("not-dates", $"No value of {source} is a date, such as \"{example}\": map time to the column that has the dates.");

    public static ImportException AllRejected(long rows, long rejected, string worst, string advice) =>
        new("rows-rejected", $"{Number(rejected)} of the first {Number(rows)} rows were rejected, mostly because {worst}: {advice}.");

    public static ImportException WorkspaceGone(WorkspaceKey workspace) =>
        new("workspace-gone", $"The workspace \"{workspace}\" does not exist any more.");

    public static ImportException DiskFull(Exception cause) =>
        new("disk-full", "The disk that holds the data directory is full: free some space and import the file again.", cause);

    public static ImportException Unexpected(Exception cause) =>
        new("unexpected-error", $"The import could not be finished; the server's log says more: {cause.Message.ReplaceLineEndings(" ").TrimEnd('.')}.", cause);

    public static ImportException NoSuchQuestion(string question) =>
        new("question-unknown", $"Nothing was asked about \"{question}\"; answer dateFormat, numberFormat, currency, timeZone, sheet, or map. and a target.");

    public static ImportException NoCalls(string file) =>
        new("no-rows", $"\"{file}\" has no lines: it must hold one tracking call, a JSON object, a line.");

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string List(IEnumerable<string> values) => string.Join(", ", values.Select(value => $"\"{value}\""));
}
