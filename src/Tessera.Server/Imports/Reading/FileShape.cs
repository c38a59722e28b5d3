namespace Tessera.Server.Imports.Reading;

/// <summary>How a file is built, as recognised.</summary>
/// <param name="Format"><c>csv</c>, <c>xlsx</c>, <c>xls</c> or <c>jsonl</c>.</param>
/// <param name="Delimiter">What separates the values of a <c>csv</c>: <c>,</c>, <c>;</c>, a tab or <c>|</c>; null for other formats.</param>
/// <param name="Encoding">The characters' encoding: <c>UTF-8</c>, <c>UTF-16</c> or <c>Windows-1252</c>; null for workbooks.</param>
/// <param name="Compressed">Whether it is inside gzip.</param>
/// <param name="Sheet">The sheet that is read, of a workbook.</param>
internal sealed record FileShape(string Format, string? Delimiter, string? Encoding, bool Compressed, string? Sheet);
