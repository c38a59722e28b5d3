using Tessera.Domain;
using Tessera.Segments;
using Tessera.Segments.Checking;
using Tessera.Server.Segments.Rules.Catalogues;
using Tessera.Server.Segments.Rules.Endpoints;

namespace Tessera.Server.Segments.Rules.Files;

/// <summary>Finds out what has to be done for a workspace's segments to be those of some files, and does it: all of it, or nothing.</summary>
internal sealed class SegmentPlanner(
    RuleStore store, RuleChecker checker, CatalogueReader catalogues, RuleQuestions questions, RuleRemoval removal, RuleQueue queue, TimeProvider time)
{
    // Stands for a definition with mistakes: they keep the plan from being carried out, but whoever refers to the segment refers to one that there is.
    private static readonly Segment Unread = Segment.Parse("plan is set").Segment!;

    /// <summary>Makes the plan.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="files">The files: path and text.</param>
    /// <param name="prune">Whether segments that no file defines are deleted.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<SegmentPlan> PlanAsync(WorkspaceKey workspace, IReadOnlyList<(string Path, string Text)> files, bool prune, CancellationToken cancellationToken)
    {
        var there = (await store.ListAsync(workspace, cancellationToken)).ToDictionary(segment => segment.Key, StringComparer.Ordinal);
        List<PlanProblem> problems = [];
        var read = Read(files, problems);
        var gone = prune ? there.Keys.Where(key => read.All(file => file.File.Key != key)).ToHashSet(StringComparer.Ordinal) : [];
        var planned = read.ToDictionary(file => file.File.Key, file => file.Parsed.Segment ?? there.GetValueOrDefault(file.File.Key)?.Tree ?? Unread, StringComparer.Ordinal);
        var resolver = new PlannedSegments(await checker.SegmentsAsync(workspace, cancellationToken), planned, gone);
        var segmentChecker = new SegmentChecker(await catalogues.ReadAsync(workspace, cancellationToken), resolver, CostView.Absurd);
        List<PlannedChange> changes = [];
        foreach (var (path, file, parsed) in read)
        {
            var check = segmentChecker.Check(parsed, file.Key);
            problems.AddRange(check.Diagnostics.Where(problem => problem.Severity == DiagnosticSeverity.Error)
                .Select(problem => new PlanProblem(path, problem.Span.Line, problem.Span.Column, problem.Code, problem.Message)));
            if (parsed.Segment is { } segment && check.IsAccepted)
            {
                var after = file.Text with { Definition = segment.ToString() };
                var before = there.GetValueOrDefault(file.Key);
                var action = before is null ? PlannedChange.Create : before.Text == after ? PlannedChange.Same : PlannedChange.Change;
                changes.Add(new PlannedChange(
                    action, file.Key, before, after, before?.Size, [.. check.Diagnostics.Select(problem => $"{path}:{problem.Span.Line}:{problem.Span.Column}: {problem.Message}")]));
            }
        }

        changes.AddRange(gone.Select(key => new PlannedChange(PlannedChange.Delete, key, there[key], After: null, SizeAfter: null, [])));
        changes.Sort((one, other) => string.CompareOrdinal(one.Key, other.Key));
        return new SegmentPlan(problems.Count == 0 ? await WithSizesAsync(workspace, changes, resolver, cancellationToken) : changes, problems);
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

    private static List<(string Path, SegmentFile File, ParseResult Parsed)> Read(IReadOnlyList<(string Path, string Text)> files, List<PlanProblem> problems)
    {
        List<(string Path, SegmentFile File, ParseResult Parsed)> read = [];
        HashSet<string> keys = new(StringComparer.Ordinal);
        foreach (var (path, text) in files.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            var file = SegmentFile.Read(path, text);
            var problem = !RuleEditing.IsKey(file.Key) ? ("segment-key-invalid", $"The file's name is the segment's key: \"{file.Key}\" is none; use lower-case letters, digits and hyphens, beginning with a letter.")
                : RuleEditing.IsReserved(file.Key) ? ("segment-exists", $"\"{file.Key}\" is a segment of the RFM model; choose another name.")
                : !keys.Add(file.Key) ? ("segment-twice", $"There is another file for the segment \"{file.Key}\".")
                : RuleEditing.Complaint(file.Text.Name, file.Text.Description) is { } complaint ? ("segment-invalid", complaint)
                : ((string Code, string Message)?)null;
            if (problem is { } wrong)
            {
                problems.Add(new PlanProblem(path, 1, 1, wrong.Code, wrong.Message));
            }
            else
            {
                read.Add((path, file, Segment.Parse(text)));
            }
        }

        return read;
    }

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
}
