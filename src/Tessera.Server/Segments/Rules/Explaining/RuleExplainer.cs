using Tessera.Domain;
using Tessera.Segments;
using Tessera.Segments.Explaining;
using Tessera.Server.Hosting.Problems;
using Tessera.Server.Segments.Explaining;
using Tessera.Server.Workspaces.Contracts;

namespace Tessera.Server.Segments.Rules.Explaining;

/// <summary>Says why a customer belongs to a definition in the language at an instant, or does not.</summary>
internal sealed class RuleExplainer(
    RuleStore rules, RuleChecker checker, CustomerHistoryReader histories, RuleQuestions questions, IWorkspaceDirectory workspaces, AskedInstant instants, AskedPast past, TimeProvider time)
{
    /// <summary>Explains a segment that is kept.</summary>
    /// <returns>The explanation, or what is wrong with the question; neither when there is no such segment.</returns>
    public async Task<(Explanation? Explanation, Problem? Problem)> ExplainAsync(
        WorkspaceKey workspace, string key, Guid profile, string? asked, CancellationToken cancellationToken) =>
        await rules.FindAsync(workspace, key, cancellationToken) is { } segment
            ? await ExplainAsync(workspace, Segment.Parse(segment.Definition), segment, profile, asked, cancellationToken)
            : (null, null);

    /// <summary>Explains a definition, of a kept segment or of none.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="definition">The definition, which can be read.</param>
    /// <param name="segment">The segment that it is of; null for none.</param>
    /// <param name="profile">The customer.</param>
    /// <param name="asked">The instant as it was written; null for now.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<(Explanation? Explanation, Problem? Problem)> ExplainAsync(
        WorkspaceKey workspace, ParseResult definition, RuleSegment? segment, Guid profile, string? asked, CancellationToken cancellationToken)
    {
        var (instant, wrong) = await instants.ReadAsync(workspace, asked, cancellationToken);
        if (wrong is not null)
        {
            return (null, wrong);
        }

        var at = instant ?? time.GetUtcNow();
        var segments = await checker.SegmentsAsync(workspace, cancellationToken);
        var tree = definition.Segment!;
        if (await past.CheckAsync(workspace, tree, segments, instant, cancellationToken) is { } unknown)
        {
            return (null, unknown);
        }

        var zone = TimeZoneInfo.FindSystemTimeZoneById((await workspaces.FindAsync(workspace, cancellationToken))?.TimeZone ?? "UTC");
        if (await histories.ReadAsync(workspace, profile, HistoryNeeds.Of(tree, segments), at, zone, cancellationToken) is not { } read)
        {
            return (null, SegmentProblems.ProfileNotFound(profile));
        }

        var explained = new SegmentExplainer(segments, zone).Explain(tree, read.History, at, definition.Sources);
        if (!read.IsLonger)
        {
            return (ExplanationView.Of(explained, profile, segment?.Key, segment?.Name, note: null), null);
        }

        var decided = BoundedExplanation.Of(explained, await questions.DecideAsync(workspace, BoundedExplanation.Parts(explained), segments, at, profile, cancellationToken));
        return (ExplanationView.Of(decided, profile, segment?.Key, segment?.Name, BoundedExplanation.Note), null);
    }
}
