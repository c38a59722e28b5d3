using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Segments;
using Tessera.Segments.Checking;
using Tessera.Server.Hosting;
using Tessera.Server.Segments.Contracts;
using Tessera.Server.Segments.Rfm.Naming;

namespace Tessera.Server.Segments.Rules.Catalogues;

/// <summary>Learns a workspace's events, properties and traits from what it has received: all events are counted, and the calls of some customers read.</summary>
/// <remarks>What was learned is answered with for a minute, and after that until it is learned anew: nobody waits but the first to ask.</remarks>
internal sealed class CatalogueReader(ClickHouseClient engine, RuleMembership membership, TimeProvider time, ILogger<CatalogueReader> logger) : ILearnedCatalogue
{
    private const int MostCalls = 50_000;
    private const int MostCustomers = 20_000;
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestLife = TimeSpan.FromMinutes(10);
    private static readonly Statement Counts = Load("CatalogueCounts");
    private static readonly Statement Sample = Load("CatalogueSample");
    private static readonly Statement Traits = Load("CatalogueTraits");
    private static readonly Statement Contexts = Load("CatalogueContexts");

    // Traits that the product computes itself, and that no call has to bring.
    private static readonly ValueFacts[] Computed =
    [
        new("rfm.segment", ValueTypes.Text, 0, RfmSegments(), IsComplete: true),
        new("rfm.recency", ValueTypes.Number, 0, []),
        new("rfm.frequency", ValueTypes.Number, 0, []),
        new("rfm.monetary", ValueTypes.Number, 0, []),
    ];

    private readonly ConcurrentDictionary<WorkspaceKey, LearnedCatalogue> kept = new();
    private readonly ConcurrentDictionary<WorkspaceKey, Task> learning = new();

    /// <summary>The catalogue.</summary>
    public async Task<ICatalogue> ReadAsync(WorkspaceKey workspace, CancellationToken cancellationToken) =>
        (await LearnedAsync(workspace, cancellationToken)).Catalogue;

    /// <summary>The catalogue and when it was learned.</summary>
    public async Task<LearnedCatalogue> LearnedAsync(WorkspaceKey workspace, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (!kept.TryGetValue(workspace, out var known) || now - known.LearnedAt >= LongestLife)
        {
            return kept[workspace] = await LearnAsync(workspace, cancellationToken);
        }

        if (now - known.LearnedAt >= Life)
        {
            _ = learning.GetOrAdd(workspace, RelearnAsync);
        }

        return known;
    }

    // The names of both sets, whichever is in force.
    private static ValueList<ValueFrequency> RfmSegments() =>
        new(SegmentNamings.Full.Segments.Concat(SegmentNamings.Short.Segments).Select(segment => segment.Key).Distinct(StringComparer.Ordinal).Select(key => new ValueFrequency(key, 0)));

    private async Task RelearnAsync(WorkspaceKey workspace)
    {
        // The caller goes on at once; whoever asks next has the new one.
        await Task.Yield();
        try
        {
            kept[workspace] = await LearnAsync(workspace, CancellationToken.None);
        }
#pragma warning disable CA1031 // nobody waits for it: what is known stays known, and the next to ask tries again
        catch (Exception failure)
#pragma warning restore CA1031
        {
            logger.LogWarning(failure, "What workspace {Workspace} holds could not be learned anew", workspace);
        }
        finally
        {
            learning.TryRemove(workspace, out _);
        }
    }

    private async Task<LearnedCatalogue> LearnAsync(WorkspaceKey workspace, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var customers = await membership.CustomersAsync(workspace, cancellationToken);
        var counts = await engine.ListAsync<CountedEvent>(Of(Counts, workspace), cancellationToken);
        var oneIn = Math.Max(1, counts.Sum(row => row.Occurrences) / MostCalls);
        var events = counts.ToDictionary(row => row.Event, _ => new ValueTally(), StringComparer.Ordinal);
        var companies = new ValueTally();
        await foreach (var call in engine.QueryAsync<SampledCall>(Of(Sample, workspace).With("one_in", oneIn).With("limit", MostCalls * 4), cancellationToken))
        {
            using var properties = JsonDocument.Parse(call.Properties);
            (call.Type == "group" ? companies : events.GetValueOrDefault(call.Event))?.Add(properties.RootElement);
        }

        var customersOneIn = Math.Max(1, customers / MostCustomers);
        var traits = await TallyAsync(Traits, workspace, customersOneIn, cancellationToken);
        var contexts = await TallyAsync(Contexts, workspace, customersOneIn, cancellationToken);
        var catalogue = new Tessera.Segments.Checking.Catalogue(
            customers,
            counts.Select(row => new EventFacts(row.Event, row.Occurrences, [.. events[row.Event].Facts(oneIn)])),
            [.. traits.Facts(customersOneIn), .. companies.Facts(oneIn, "company."), .. contexts.Facts(customersOneIn, "context."), .. Computed]);
        return new LearnedCatalogue(catalogue, counts.ToDictionary(row => row.Event, row => row.LastSeen, StringComparer.Ordinal), now);
    }

    private async Task<ValueTally> TallyAsync(Statement objects, WorkspaceKey workspace, long oneIn, CancellationToken cancellationToken)
    {
        var tally = new ValueTally();
        await foreach (var text in engine.QueryAsync<string>(Of(objects, workspace).With("one_in", oneIn).With("limit", MostCustomers * 4), cancellationToken))
        {
            using var values = JsonDocument.Parse(text);
            tally.Add(values.RootElement);
        }

        return tally;
    }

    private static Statement Of(Statement statement, WorkspaceKey workspace) => statement.With("workspace", workspace.Value);

    private static Statement Load(string name) => new(EmbeddedSql.Read($"Segments/Rules/Catalogues/{name}.sql"));

    private sealed record CountedEvent(string Event, long Occurrences, DateTimeOffset LastSeen);

    private sealed record SampledCall(string Type, string Event, string Properties);
}
