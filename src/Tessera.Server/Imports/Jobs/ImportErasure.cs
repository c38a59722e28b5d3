using System.Buffers;
using System.Text;
using Dapper;
using Tessera.Server.Hosting;
using Tessera.Server.Privacy.Contracts;

namespace Tessera.Server.Imports.Jobs;

/// <summary>Takes a person out of what imports leave behind: the lists of rejected rows, and the examples in reports.</summary>
/// <remarks>A file that is being imported cannot be changed: the erasure waits until it is done, and then starts with it.</remarks>
internal sealed class ImportErasure(MetadataDatabase metadata, ImportSpool spool) : IErasable
{
    private static readonly SearchValues<char> Separators = SearchValues.Create(",;\t|\"'\r\n {}[]:");

    public ErasureStage Stage => ErasureStage.Metadata;

    public async Task EraseAsync(ErasedPerson person, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        var imports = (await connection.QueryAsync<ImportRow>(
            "SELECT id, finished_at IS NOT NULL AS is_finished, report FROM imports WHERE workspace = @Workspace", new { Workspace = person.Workspace.Value })).ToList();
        if (imports.Find(import => !import.IsFinished && File.Exists(spool.FileOf(import.Id))) is { } unfinished)
        {
            throw new TesseraException($"Import {unfinished.Id} is not finished, and its file may name the person; the erasure goes on when it is.");
        }

        foreach (var import in imports)
        {
            await EraseAsync(spool.RejectedOf(import.Id), person, cancellationToken);
            var report = person.Telling.Aggregate(import.Report, (text, telling) => text.Replace(telling, "", StringComparison.OrdinalIgnoreCase));
            report = person.Quoted.Aggregate(report, (text, quoted) => text.Replace(quoted, "\"\"", StringComparison.Ordinal));
            if (report != import.Report)
            {
                await connection.ExecuteAsync("UPDATE imports SET report = @Report WHERE id = @Id", new { import.Id, Report = report });
            }
        }
    }

    private static async Task EraseAsync(string file, ErasedPerson person, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            return;
        }

        var draft = file + ".new";
        var isChanged = false;
        await using (var writer = new StreamWriter(draft, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" })
        {
            var row = new StringBuilder();
            var isQuoted = false;
            foreach (var line in File.ReadLines(file))
            {
                // A quoted field may go on in the next line.
                row.Append(row.Length == 0 ? "" : "\n").Append(line);
                isQuoted ^= line.Count(character => character == '"') % 2 == 1;
                if (isQuoted)
                {
                    continue;
                }

                var text = row.ToString();
                row.Clear();
                if (IsTheirs(text, person))
                {
                    isChanged = true;
                }
                else
                {
                    await writer.WriteLineAsync(text.AsMemory(), cancellationToken);
                }
            }
        }

        if (isChanged)
        {
            File.Move(draft, file, overwrite: true);
        }
        else
        {
            File.Delete(draft);
        }
    }

    private static bool IsTheirs(string row, ErasedPerson person)
    {
        if (person.Telling.Any(telling => row.Contains(telling, StringComparison.OrdinalIgnoreCase)))
        {
            return true;
        }

        var fields = new HashSet<string>(StringComparer.Ordinal);
        var start = 0;
        for (var position = 0; position <= row.Length; position++)
        {
            if (position == row.Length || Separators.Contains(row[position]))
            {
                fields.Add(row[start..position]);
                start = position + 1;
            }
        }

        return person.Identifiers.Any(identifier => fields.Contains(identifier.Value));
    }

    private sealed record ImportRow(Guid Id, bool IsFinished, string Report);
}
