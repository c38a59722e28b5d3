using Tessera.Domain;
using Tessera.Segments.Checking;
using Tessera.Server.Segments.Contracts;

namespace Tessera.Server.Segments.Rules;

/// <summary>Reads from the kept definitions what they depend on.</summary>
internal sealed class SegmentUses(RuleStore rules) : ISegmentUses
{
    public async Task<IReadOnlyList<SegmentUse>> ListAsync(WorkspaceKey workspace, CancellationToken cancellationToken) =>
        [.. (await rules.ListAsync(workspace, cancellationToken)).Select(rule => new SegmentUse(rule.Key, rule.Name, SegmentReferences.EventsOf(rule.Tree)))];
}
