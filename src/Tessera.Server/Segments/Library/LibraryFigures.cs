using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Segments.Rules;
using Tessera.Server.Segments.Rules.Catalogues;

namespace Tessera.Server.Segments.Library;

/// <summary>Finds what ready segments would come to: all in one pass, with the answer where that is quick, else beside it for whoever asks next.</summary>
internal sealed class LibraryFigures(RuleQuestions questions, RuleChecker checker, CatalogueReader catalogues, TimeProvider time, ILogger<LibraryFigures> logger)
{
    private const long Quick = 30_000_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);
    private readonly ConcurrentDictionary<WorkspaceKey, Kept> kept = new();
    private readonly ConcurrentDictionary<WorkspaceKey, Task> finding = new();

    /// <summary>What the available ones come to, by key, and everybody under the empty key; null while that is not known.</summary>
    public async Task<IReadOnlyDictionary<string, LibraryFigure>?> ReadAsync(WorkspaceKey workspace, IReadOnlyList<FittedEntry> available, CancellationToken cancellationToken)
    {
        if (available.Count == 0)
        {
            return null;
        }

        var definitions = string.Join('\n', available.Select(entry => entry.Definition));
        var known = kept.GetValueOrDefault(workspace);
        if (known?.Definitions == definitions && time.GetUtcNow() - known.At < Life)
        {
            return known.Figures;
        }

        var found = finding.GetOrAdd(workspace, _ => FindBesideAsync(workspace, available, definitions));
        if (available.Sum(entry => entry.Work) <= Quick)
        {
            // A statement of dozens of segments takes the engine a second even where there is little to read, and more on a busy machine.
            await Task.WhenAny(found, Task.Delay(Patience, time, cancellationToken));
            known = kept.GetValueOrDefault(workspace);
        }

        return known?.Definitions == definitions ? known.Figures : null;
    }

    /// <summary>Ends when what is being found of a workspace is found.</summary>
    public Task FoundAsync(WorkspaceKey workspace) => finding.GetValueOrDefault(workspace, Task.CompletedTask);

    private async Task FindBesideAsync(WorkspaceKey workspace, IReadOnlyList<FittedEntry> available, string definitions)
    {
        await Task.Yield();
        try
        {
            kept[workspace] = await FindAsync(workspace, available, definitions, CancellationToken.None);
        }
#pragma warning disable CA1031 // nobody waits for it; whoever asks next has it tried again
        catch (Exception failure)
#pragma warning restore CA1031
        {
            logger.LogWarning(failure, "The figures of the ready segments of workspace {Workspace} were not found", workspace);
        }
        finally
        {
            finding.TryRemove(workspace, out _);
        }
    }

    private async Task<Kept> FindAsync(WorkspaceKey workspace, IReadOnlyList<FittedEntry> available, string definitions, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var segments = await checker.SegmentsAsync(workspace, cancellationToken);
        var names = FigureNames.Of(await catalogues.ReadAsync(workspace, cancellationToken));
        var rows = (await questions.FiguresAsync(workspace, [.. available.Select(entry => entry.Segment!)], names, segments, now, cancellationToken)).ToDictionary(row => row.Part);
        var figures = available.Select((entry, index) => (entry.Entry.Key, Figure: rows.GetValueOrDefault(index + 1, LibraryFigure.Nobody)))
            .Append((Key: string.Empty, Figure: rows.GetValueOrDefault(0, LibraryFigure.Nobody)))
            .ToDictionary(row => row.Key, row => row.Figure, StringComparer.Ordinal);
        return new Kept(definitions, now, figures);
    }

    private sealed record Kept(string Definitions, DateTimeOffset At, IReadOnlyDictionary<string, LibraryFigure> Figures);
}
