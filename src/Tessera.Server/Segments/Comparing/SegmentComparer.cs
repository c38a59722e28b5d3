using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Hosting;
using Tessera.Server.Segments.Comparing.Endpoints;
using Tessera.Server.Segments.Names;
using Tessera.Server.Segments.Rules;
using Tessera.Server.Segments.Rules.Previewing;
using Tessera.Server.Segments.Tables;
using Tessera.Server.Workspaces.Contracts;

namespace Tessera.Server.Segments.Comparing;

/// <summary>Lays two segments side by side: what they share, what their members are worth, who they are and what they do.</summary>
internal sealed class SegmentComparer(ClickHouseClient engine, ComputedValues computed, CustomerTableVersions versions, TimeProvider time)
{
    private const long MostMembers = 50_000;
    private static readonly TimeSpan Active = TimeSpan.FromDays(30);
    private static readonly TimeSpan Doing = TimeSpan.FromDays(90);
    private static readonly Statement Both = Load("Both");
    private static readonly Statement Figures = Load("Figures");
    private static readonly Statement Traits = Load("Traits");
    private static readonly Statement Events = Load("Events");

    /// <summary>Compares two segments as they are now.</summary>
    public async Task<SegmentComparison> CompareAsync(Workspace workspace, SegmentName a, SegmentName b, CancellationToken cancellationToken)
    {
        var key = new WorkspaceKey(workspace.Key);
        await computed.PointAsync(key, cancellationToken);
        Statement Asked(Statement statement) => statement.With("workspace", workspace.Key).With("a", a.Key).With("b", b.Key);
        var (sizeA, sizeB, both) = await engine.SingleAsync<(long A, long B, long Both)>(Asked(Both), cancellationToken);
        var now = time.GetUtcNow();
        var totals = await versions.CurrentAsync(key, CustomerTable.Totals, cancellationToken);
        var parts = (await engine.ListAsync<ComparedPart>(
            Asked(Figures)
                .With("totals_version", totals?.Version ?? 0)
                .With("time_zone", workspace.TimeZone)
                .With("today", CalendarDays.Of(now, workspace.TimeZone))
                .With("active_from", now - Active),
            cancellationToken)).ToDictionary(part => part.Part, StringComparer.Ordinal);
        var sample = ProfileSample.For(sizeA + sizeB, MostMembers);
        Statement Sampled(Statement statement) => Asked(statement).With("everybody", sample.Before is null).With("before", sample.Before ?? Guid.Empty);
        var traits = await engine.ListAsync<(string Path, string Value, double ShareA, double ShareB)>(Sampled(Traits), cancellationToken);
        var events = await engine.ListAsync<(string Name, double ShareA, double ShareB)>(Sampled(Events).With("since", now - Doing), cancellationToken);
        var union = sizeA + sizeB - both;
        return new SegmentComparison(
            new ComparedSegment(a.Key, a.Name, sizeA),
            new ComparedSegment(b.Key, b.Name, sizeB),
            both,
            sizeA - both,
            sizeB - both,
            union,
            union > 0 ? both / (double)union : 0,
            ComparedFigures.Of(Part("a"), Part("b"), Part("all")),
            traits.ConvertAll(row => new ComparedTrait(row.Path, row.Value, row.ShareA, row.ShareB, Lift(row.ShareA, row.ShareB))),
            events.ConvertAll(row => new ComparedEvent(row.Name, row.ShareA, row.ShareB, Lift(row.ShareA, row.ShareB))),
            IsSampled: sample.Before is not null);

        ComparedPart Part(string name) => parts.TryGetValue(name, out var part) ? part : ComparedPart.Nobody(name);
    }

    private static double? Lift(double a, double b) => b > 0 ? a / b : null;

    private static Statement Load(string name) => new(EmbeddedSql.Read($"Segments/Comparing/Sql/{name}.sql"));
}
