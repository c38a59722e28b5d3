using Tessera.Server.Hosting;
using Tessera.Server.Segments.Rfm;
using Tessera.Server.Segments.Rfm.Naming;

namespace Tessera.Server.Segments.Endpoints;

/// <summary>Makes what is said about segments out of the cells of the model.</summary>
internal static class SegmentViews
{
    /// <summary>A segment with its figures.</summary>
    public static SegmentView Of(RfmStanding standing, NamedSegment segment)
    {
        var all = standing.Result?.Cells ?? [];
        var cells = In(segment, all);
        var size = cells.Sum(cell => cell.Customers);
        var revenue = cells.Sum(cell => cell.Revenue);
        var customers = all.Sum(cell => cell.Customers);
        var total = all.Sum(cell => cell.Revenue);
        return new SegmentView(
            segment.Key,
            segment.Name,
            SegmentKinds.Rfm,
            segment.Description,
            segment.Definition,
            size,
            Part(size, customers),
            revenue.Plain(),
            (double)(total > 0 ? revenue / total : 0),
            size > 0 ? decimal.Round(revenue / size, 2) : 0,
            Part(cells.Sum(cell => cell.TotalRecencyDays), size),
            Part(cells.Sum(cell => cell.TotalOrders), size),
            [.. History(standing, segment).Select(point => new SegmentTrendPoint(point.Date, point.Size))],
            Change(standing, segment, size),
            segment.Advice,
            segment.Rule,
            Strategy: SegmentKinds.ValueBased);
    }

    /// <summary>A segment at past months' ends and now, oldest first.</summary>
    public static IEnumerable<SegmentHistoryPoint> History(RfmStanding standing, NamedSegment segment)
    {
        foreach (var month in standing.History)
        {
            yield return Point(month.Date, In(segment, month.Cells));
        }

        if (standing.Result is { ReferenceDate: { } now } result)
        {
            yield return Point(now, In(segment, result.Cells));
        }
    }

    private static double? Change(RfmStanding standing, NamedSegment segment, long size)
    {
        var before = standing.Snapshot is null ? 0 : In(segment, standing.History[^1].Cells).Sum(cell => cell.Customers);
        return before > 0 ? (size - before) / (double)before : null;
    }

    private static SegmentHistoryPoint Point(DateOnly date, List<RfmCell> cells) =>
        new(date, cells.Sum(cell => cell.Customers), cells.Sum(cell => cell.Revenue).Plain());

    private static List<RfmCell> In(NamedSegment segment, IReadOnlyList<RfmCell> cells) => [.. cells.Where(cell => segment.Contains(cell.Scores))];

    private static double Part(long some, long all) => all > 0 ? some / (double)all : 0;
}
