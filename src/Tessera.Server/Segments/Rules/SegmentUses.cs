using Tessera.Domain;
using Tessera.Segments.Explaining;
using Tessera.Server.Segments.Contracts;

namespace Tessera.Server.Segments.Rules;

/// <summary>Reads from the kept definitions, and those they refer to, what they depend on.</summary>
internal sealed class SegmentUses(RuleChecker checker, RuleStore rules) : ISegmentUses
{
    // What makes order lines, of which the scores are computed.
    private static readonly string[] Orders = ["Order Completed", "Order Refunded", "Order Cancelled"];

    public async Task<IReadOnlyList<SegmentUse>> ListAsync(WorkspaceKey workspace, CancellationToken cancellationToken)
    {
        var segments = await checker.SegmentsAsync(workspace, cancellationToken);
        return [.. (await rules.ListAsync(workspace, cancellationToken)).Select(rule =>
        {
            var needs = HistoryNeeds.Of(rule.Tree, segments);
            var events = needs.Events.Concat(needs.Computed ? Orders : []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
            return new SegmentUse(rule.Key, rule.Name, [.. events], needs.AllEvents, needs.Traits, needs.Company, needs.Context);
        })];
    }
}
