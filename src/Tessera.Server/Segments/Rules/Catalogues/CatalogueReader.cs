using System.Collections.Concurrent;
using System.Text.Json;
using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Segments.Checking;
using Tessera.Server.Hosting;

namespace Tessera.Server.Segments.Rules.Catalogues;

/// <summary>Learns a workspace's events, properties and traits from what it has received: all events are counted, and the calls of some customers read.</summary>
internal sealed class CatalogueReader(ClickHouseClient engine, TimeProvider time)
{
    private const int MostCalls = 50_000;
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(1);
    private static readonly Statement Counts = new(EmbeddedSql.Read("Segments/Rules/Catalogues/CatalogueCounts.sql"));
    private static readonly Statement Sample = new(EmbeddedSql.Read("Segments/Rules/Catalogues/CatalogueSample.sql"));
    private static readonly Statement Customers = new("SELECT toInt64(uniq(profile_id)) FROM profiles WHERE workspace = {workspace:String}");

    // Traits that the product computes itself, and that no call has to bring.
    private static readonly ValueFacts[] Computed =
    [
        new("rfm.segment", ValueTypes.Text, 0, []),
        new("rfm.recency", ValueTypes.Number, 0, []),
        new("rfm.frequency", ValueTypes.Number, 0, []),
        new("rfm.monetary", ValueTypes.Number, 0, []),
    ];

    private readonly ConcurrentDictionary<WorkspaceKey, (DateTimeOffset At, ICatalogue Catalogue)> kept = new();

    /// <summary>The catalogue, not older than a minute.</summary>
    public async Task<ICatalogue> ReadAsync(WorkspaceKey workspace, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (kept.TryGetValue(workspace, out var entry) && now - entry.At < Life)
        {
            return entry.Catalogue;
        }

        var catalogue = await LearnAsync(workspace, cancellationToken);
        kept[workspace] = (now, catalogue);
        return catalogue;
    }

    private async Task<ICatalogue> LearnAsync(WorkspaceKey workspace, CancellationToken cancellationToken)
    {
        var customers = await engine.SingleAsync<long>(Of(Customers, workspace), cancellationToken);
        var counts = await engine.ListAsync<(string Event, long Occurrences)>(Of(Counts, workspace), cancellationToken);
        var oneIn = Math.Max(1, counts.Sum(row => row.Occurrences) / MostCalls);
        var events = counts.ToDictionary(row => row.Event, _ => new ValueTally(), StringComparer.Ordinal);
        var (traits, companies) = (new ValueTally(), new ValueTally());
        await foreach (var call in engine.QueryAsync<SampledCall>(Of(Sample, workspace).With("one_in", oneIn).With("limit", MostCalls * 4), cancellationToken))
        {
            using var properties = JsonDocument.Parse(call.Properties);
            (call.Type switch
            {
                "identify" => traits,
                "group" => companies,
                _ => events.GetValueOrDefault(call.Event),
            })?.Add(properties.RootElement);
        }

        return new Tessera.Segments.Checking.Catalogue(
            customers,
            counts.Select(row => new EventFacts(row.Event, row.Occurrences, [.. events[row.Event].Facts(oneIn)])),
            [.. traits.Facts(oneIn), .. companies.Facts(oneIn, "company."), .. Computed]);
    }

    private static Statement Of(Statement statement, WorkspaceKey workspace) => statement.With("workspace", workspace.Value);

    private sealed record SampledCall(string Type, string Event, string Properties);
}
