using Tessera.Testing;

namespace Tessera.Server.Tests.Segments;

/// <summary>The tables of a page of the documentation.</summary>
internal static class MarkdownTable
{
    /// <summary>The rows of the table whose header begins with the given columns, cells without their markup.</summary>
    public static IReadOnlyList<string[]> Read(string page, params string[] columns)
    {
        var lines = File.ReadAllLines(Path.Combine(RepositoryRoot.Path, page));
        var header = Array.FindIndex(lines, line => line.StartsWith('|') && Cells(line).Take(columns.Length).SequenceEqual(columns, StringComparer.Ordinal));
        header.ShouldBeGreaterThanOrEqualTo(0, $"{page} has no table with the columns {string.Join(", ", columns)}");
        return [.. lines.Skip(header + 2).TakeWhile(line => line.StartsWith('|')).Select(Cells)];
    }

    private static string[] Cells(string line) => [.. line.Trim()[1..^1].Split('|').Select(cell => cell.Trim().Trim('`', '*'))];
}
