using Spectre.Console;

namespace Tessera.Cli.Output;

/// <summary>A table: with lines on a terminal, plain aligned columns otherwise.</summary>
/// <param name="headings">The headings; one that begins with ">" is of a column of numbers, which stand to the right.</param>
internal sealed class TextTable(params string[] headings)
{
    private const string Gap = "  ";
    private readonly List<string[]> rows = [];

    public void AddRow(params string?[] cells) => rows.Add([.. cells.Select(cell => cell ?? "")]);

    public void Write(ProgramEnvironment environment)
    {
        if (environment.OutIsTerminal)
        {
            WriteWithLines(environment.Out);
        }
        else
        {
            WritePlain(environment.Out);
        }
    }

    private static bool IsNumeric(string heading) => heading.StartsWith('>');

    private static string Name(string heading) => heading.TrimStart('>');

    private void WriteWithLines(TextWriter output)
    {
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var heading in headings)
        {
            var column = new TableColumn($"[bold]{Markup.Escape(Name(heading))}[/]");
            table.AddColumn(IsNumeric(heading) ? column.RightAligned() : column);
        }

        foreach (var row in rows)
        {
            table.AddRow([.. row.Select(Markup.Escape)]);
        }

        Terminal.For(output).Write(table);
    }

    private void WritePlain(TextWriter output)
    {
        var widths = headings.Select((heading, column) => rows.Select(row => row[column].Length).Append(Name(heading).Length).Max()).ToArray();
        foreach (var row in rows.Prepend([.. headings.Select(Name)]))
        {
            var cells = row.Select((cell, column) => IsNumeric(headings[column]) ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]));
            output.WriteLine(string.Join(Gap, cells).TrimEnd());
        }
    }
}
