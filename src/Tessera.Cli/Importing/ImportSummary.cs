using System.Text.Json;
using Tessera.Cli.Api;
using Tessera.Cli.Output;

namespace Tessera.Cli.Importing;

/// <summary>Prints what became of an import.</summary>
internal sealed class ImportSummary(ProgramEnvironment environment)
{
    /// <summary>The mapping that was used, given or guessed and why, and what else was noticed on the way.</summary>
    public void WriteMapping(JsonElement import)
    {
        var notes = import.List("mappingNotes").Select(note => note.GetString() ?? "").ToList();
        if (import.At("mapping") is { ValueKind: JsonValueKind.Object } mapping && mapping.EnumerateObject().Any())
        {
            var table = new TextTable("Target", "Taken from", "Because");
            foreach (var target in mapping.EnumerateObject())
            {
                var reasonBeginning = $"{target.Name} ← {target.Value}: ";
                var reason = notes.Find(note => note.StartsWith(reasonBeginning, StringComparison.Ordinal));
                notes.Remove(reason ?? "");
                table.AddRow(target.Name, target.Value.ToString(), reason?[reasonBeginning.Length..] ?? "as you said");
            }

            table.Write(environment);
        }

        foreach (var note in notes)
        {
            environment.Out.WriteLine($"Note: {CommandLineWords.For(note)}");
        }
    }

    /// <summary>How many rows became what.</summary>
    public void WriteCounts(JsonElement import)
    {
        environment.Out.WriteLine(
            $"{Figures.Count(import.Number("rowsRead"))} rows read, {Figures.Count(import.Number("rowsAccepted"))} accepted, "
            + $"{Figures.Count(import.Number("rowsDuplicate"))} known already, {Figures.Count(import.Number("rowsRejected"))} rejected.");
        if (import.At("counts") is not { ValueKind: JsonValueKind.Object } counts || !counts.EnumerateObject().Any())
        {
            return;
        }

        var table = new TextTable("Recognised as", ">Rows");
        foreach (var count in counts.EnumerateObject().Where(count => count.Value.ValueKind == JsonValueKind.Number && count.Value.GetDecimal() != 0))
        {
            table.AddRow(CommandLineWords.Plain(count.Name), Figures.Count(count.Value.GetDecimal()));
        }

        table.Write(environment);
    }

    /// <summary>Warns when more than half of the rows were rejected: then something is wrong with the mapping rather than with the rows.</summary>
    /// <param name="import">The import.</param>
    /// <param name="rejectedFile">Where its rejected rows are, or null.</param>
    public void WriteWarning(JsonElement import, string? rejectedFile)
    {
        var (rejected, rows) = (import.Count("rowsRejected"), import.Count("rowsRead"));
        if (rejected * 2 <= rows)
        {
            return;
        }

        var why = import.List("rejections") is [var commonest, ..] ? $", mostly because {Reason(commonest)}" : "";
        var where = rejectedFile is null ? "" : $" The rows and their reasons are in {rejectedFile}.";
        environment.Error.WriteLine($"Warning: {Figures.Count(rejected)} of {Figures.Count(rows)} rows were rejected{why}. Check what the columns were taken for, and correct it with --map.{where}");
    }

    private static string Reason(JsonElement rejection)
    {
        var column = rejection.Text("column") is { Length: > 0 } name ? $" (column {name})" : "";
        var example = rejection.Text("example") is { Length: > 0 } value ? $", such as \"{value}\" in line" : ", as in line";
        return $"{rejection.Text("reason")}{column}{example} {Figures.Count(rejection.Count("line"))}";
    }
}
