using System.Collections.Immutable;
using Tessera.Domain;
using Tessera.Segments;
using Tessera.Segments.Checking;
using Tessera.Server.Segments.Rules.Catalogues;
using Tessera.Server.Segments.Rules.Endpoints;

namespace Tessera.Server.Segments.Rules.Files;

/// <summary>Finds out what has to be done for a workspace's segments to be those of some files, and does it: all of it, or nothing.</summary>
internal sealed class SegmentPlanner(
    RuleStore store, RuleChecker checker, CatalogueReader catalogues, RuleQuestions questions, RuleRemoval removal, RuleQueue queue, RouteNames routes, TimeProvider time)
{
    // Stands for a definition with mistakes, of which whoever refers to the segment is told.
    private static readonly Segment Unread = Segment.Parse("plan is set").Segment!;

    /// <summary>Makes the plan.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="files">The files: path and text.</param>
    /// <param name="prune">Whether segments that no file defines are deleted.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<SegmentPlan> PlanAsync(WorkspaceKey workspace, IReadOnlyList<(string Path, string Text)> files, bool prune, CancellationToken cancellationToken)
    {
        var there = (await store.ListAsync(workspace, cancellationToken)).ToDictionary(segment => segment.Key, StringComparer.Ordinal);
        var read = Read(files);
        var keys = read.ConvertAll(file => file.File.Key).ToHashSet(StringComparer.Ordinal);
        var gone = prune ? there.Keys.Where(key => !keys.Contains(key)).ToHashSet(StringComparer.Ordinal) : [];
        var planned = read.ToLookup(file => file.File.Key, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First().Parsed.Segment ?? Unread, StringComparer.Ordinal);
        var now = await checker.SegmentsAsync(workspace, cancellationToken);
        var catalogue = await catalogues.ReadAsync(workspace, cancellationToken);
        var resolver = new PlannedSegments(now, planned, gone, faulty: ImmutableDictionary<string, string>.Empty);
        var problems = read.ConvertAll(file => file.Problems.Concat(Mistakes(file, Check(file, catalogue, resolver))).ToList());
        var faulty = read.Where((_, index) => problems[index].Count > 0).ToLookup(file => file.File.Key, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First().Path, StringComparer.Ordinal);
        if (faulty.Count > 0)
        {
            resolver = new PlannedSegments(now, planned, gone, faulty);
            problems = read.ConvertAll(file => file.Problems.Concat(Mistakes(file, Check(file, catalogue, resolver))).ToList());
        }

        List<PlannedChange> changes = [];
        foreach (var (file, _) in read.Zip(problems).Where(pair => pair.Second.Count == 0))
        {
            var check = Check(file, catalogue, resolver);
            var after = file.File.Text with { Definition = file.Parsed.Segment!.ToString() };
            var before = there.GetValueOrDefault(file.File.Key);
            var action = before is null ? PlannedChange.Create : before.Text == after ? PlannedChange.Same : PlannedChange.Change;
            changes.Add(new PlannedChange(
                action,
                file.File.Key,
                before,
                after,
                before?.Size,
                [.. check.Diagnostics.Select(problem => $"{file.Path}:{problem.Span.Line}:{problem.Span.Column}: {problem.Message}")]));
        }

        changes.AddRange(gone.Select(key => new PlannedChange(PlannedChange.Delete, key, there[key], After: null, SizeAfter: null, [])));
        changes.Sort((one, other) => string.CompareOrdinal(one.Key, other.Key));
        var all = problems.SelectMany(found => found).ToList();
        return new SegmentPlan(all.Count == 0 ? await WithSizesAsync(workspace, changes, resolver, cancellationToken) : changes, all);
    }

    /// <summary>Carries out a plan without problems.</summary>
    /// <returns>Whether it was: not when a segment of it was changed, or came to refer to one of it, in the meantime.</returns>
    public async Task<RuleOutcome> ApplyAsync(WorkspaceKey workspace, SegmentPlan plan, string by, CancellationToken cancellationToken)
    {
        await removal.ForgetAsync(workspace, [.. plan.Changes.Where(change => change.Action == PlannedChange.Create).Select(change => change.Key)], cancellationToken);
        var outcome = await store.ApplyAsync(workspace, plan.Changes, by, cancellationToken);
        if (outcome.IsDone)
        {
            _ = removal.ForgetBehindAsync(workspace);
            queue.Enqueue(workspace);
        }

        return outcome;
    }

    private List<ReadFile> Read(IReadOnlyList<(string Path, string Text)> files)
    {
        HashSet<string> keys = new(StringComparer.Ordinal);
        return [.. files.OrderBy(file => file.Path, StringComparer.Ordinal).Select(given =>
        {
            var file = SegmentFile.Read(given.Path, given.Text);
            var problem = !RuleEditing.IsKey(file.Key) ? ("segment-key-invalid", $"The file's name is the segment's key: \"{file.Key}\" is none; use lower-case letters, digits and hyphens, beginning with a letter.")
                : routes.Contains(file.Key) ? ("segment-key-reserved", RuleEditing.KeyReserved(file.Key))
                : RuleEditing.IsReserved(file.Key) ? ("segment-exists", $"\"{file.Key}\" is a segment of the RFM model; choose another name.")
                : !keys.Add(file.Key) ? ("segment-twice", $"There is another file for the segment \"{file.Key}\".")
                : ((string Code, string Message)?)null;
            var wrong = RuleEditing.Complaints(file.Text.Name, file.Text.Description).Select(complaint => (complaint.Code, complaint.Message));
            return new ReadFile(
                given.Path,
                file,
                Segment.Parse(given.Text),
                [.. (problem is { } key ? [key, .. wrong] : wrong).Select(found => new PlanProblem(given.Path, 1, 1, found.Code, found.Message))]);
        })];
    }

    private static CheckResult Check(ReadFile file, ICatalogue catalogue, ISegmentResolver resolver) =>
        new SegmentChecker(catalogue, resolver, CostView.Absurd).Check(file.Parsed, file.File.Key);

    private static IEnumerable<PlanProblem> Mistakes(ReadFile file, CheckResult check) => check.Diagnostics
        .Where(problem => problem.Severity == DiagnosticSeverity.Error)
        .Select(problem => new PlanProblem(file.Path, problem.Span.Line, problem.Span.Column, problem.Code, problem.Message));

    private async Task<IReadOnlyList<PlannedChange>> WithSizesAsync(WorkspaceKey workspace, List<PlannedChange> changes, ISegmentResolver resolver, CancellationToken cancellationToken)
    {
        var asked = changes.Where(change => change.Action is PlannedChange.Create or PlannedChange.Change).ToList();
        if (asked.Count == 0)
        {
            return changes;
        }

        var definitions = asked.ConvertAll(change => Segment.Parse(change.After!.Definition).Segment!);
        var sizes = await questions.SizesAsync(workspace, definitions, resolver, time.GetUtcNow(), cancellationToken);
        return [.. changes.Select(change => asked.IndexOf(change) is >= 0 and var index ? change with { SizeAfter = sizes[index] } : change)];
    }

    /// <summary>A file as it was read.</summary>
    /// <param name="Path">Its path.</param>
    /// <param name="File">The segment.</param>
    /// <param name="Parsed">Its definition.</param>
    /// <param name="Problems">What is wrong with its name and what stands above the definition.</param>
    private sealed record ReadFile(string Path, SegmentFile File, ParseResult Parsed, IReadOnlyList<PlanProblem> Problems);
}
