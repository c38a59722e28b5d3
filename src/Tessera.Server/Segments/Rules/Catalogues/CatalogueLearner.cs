using System.Text.Json;
using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Segments;
using Tessera.Segments.Checking;
using Tessera.Server.Hosting;
using Tessera.Server.Segments.Rfm.Naming;
using Tessera.Server.Segments.Rules.Previewing;

namespace Tessera.Server.Segments.Rules.Catalogues;

/// <summary>Learns a workspace's events, properties and traits from what it has received: all events are counted, and some calls of some customers read.</summary>
/// <remarks>
/// The customers are those whose ids, being hashes, come first, so that only their part of the events is read; what is read of each is bounded, and so is what is read in all. Events that
/// none of them did are looked for among everybody.
/// </remarks>
internal sealed class CatalogueLearner(ClickHouseClient engine, RuleMembership membership, TimeProvider time)
{
    private const int MostCalls = 50_000;
    private const int MostCustomers = 10_000;
    private const int MostContexts = 2_000;
    private const int FewCalls = 20;
    private static readonly Statement Counts = Load("CatalogueCounts");
    private static readonly Statement Sample = Load("CatalogueSample");
    private static readonly Statement Rare = Load("CatalogueRare");
    private static readonly Statement Traits = Load("CatalogueTraits");
    private static readonly Statement Contexts = Load("CatalogueContexts");
    private static readonly Statement Consents = Load("CatalogueConsents");

    // Traits that the product computes itself, and that no call has to bring.
    private static readonly ValueFacts[] Computed =
    [
        new("rfm.segment", ValueTypes.Text, 0, RfmSegments(), IsComplete: true),
        new("rfm.recency", ValueTypes.Number, 0, []),
        new("rfm.frequency", ValueTypes.Number, 0, []),
        new("rfm.monetary", ValueTypes.Number, 0, []),
    ];

    /// <summary>Learns what a workspace holds now.</summary>
    public async Task<LearnedCatalogue> LearnAsync(WorkspaceKey workspace, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var begin = time.GetTimestamp();
        var customers = await membership.CustomersAsync(workspace, cancellationToken);
        var some = ProfileSample.For(customers, MostCustomers);
        var counting = engine.ListAsync<CountedEvent>(Counts.With("workspace", workspace.Value), cancellationToken);
        var learningTraits = TallyAsync(Traits, workspace, some, cancellationToken);
        var companies = new ValueTally();
        var events = new Dictionary<string, ValueTally>(StringComparer.Ordinal);
        await TallyAsync(Of(Sample, workspace, some).With("limit", MostCalls), events, companies, cancellationToken);
        var contexts = ProfileSample.For(customers, MostContexts);
        var learningContexts = TallyAsync(Contexts, workspace, contexts, cancellationToken);
        var counts = await counting;
        var rare = counts.Where(row => events.GetValueOrDefault(row.Event)?.Objects < Math.Min(FewCalls, row.Occurrences) || !events.ContainsKey(row.Event)).Select(row => row.Event).ToList();
        if (rare.Count > 0 && some.Before is not null)
        {
            rare.ForEach(name => events.Remove(name));
            await TallyAsync(Rare.With("workspace", workspace.Value).With("events", rare).With("limit", MostCalls), events, companies: null, cancellationToken);
        }

        var catalogue = new Catalogue(
            customers,
            counts.Select(row => new EventFacts(row.Event, row.Occurrences, [.. events.GetValueOrDefault(row.Event)?.FactsOf(row.Occurrences) ?? []])),
            [
                .. (await learningTraits).Facts(some.Weight),
                .. companies.Facts(some.Weight, "company."),
                .. (await learningContexts).Facts(contexts.Weight, "context."),
                .. Computed,
            ])
        {
            ConsentPurposes = await engine.ListAsync<string>(Consents.With("workspace", workspace.Value), cancellationToken),
        };
        return new LearnedCatalogue(catalogue, counts.ToDictionary(row => row.Event, row => row.LastSeen, StringComparer.Ordinal), now, time.GetElapsedTime(begin));
    }

    // The names of both sets, whichever is in force.
    private static ValueList<ValueFrequency> RfmSegments() =>
        new(SegmentNamings.Full.Segments.Concat(SegmentNamings.Short.Segments).Select(segment => segment.Key).Distinct(StringComparer.Ordinal).Select(key => new ValueFrequency(key, 0)));

    private async Task TallyAsync(Statement calls, Dictionary<string, ValueTally> events, ValueTally? companies, CancellationToken cancellationToken)
    {
        await foreach (var call in engine.QueryAsync<SampledCall>(calls, cancellationToken))
        {
            if (call.Type == "group")
            {
                Add(companies, call.Properties);
                continue;
            }

            if (!events.TryGetValue(call.Event, out var tally))
            {
                events.Add(call.Event, tally = new ValueTally());
            }

            Add(tally, call.Properties);
        }
    }

    private async Task<ValueTally> TallyAsync(Statement objects, WorkspaceKey workspace, ProfileSample some, CancellationToken cancellationToken)
    {
        var tally = new ValueTally();
        await foreach (var text in engine.QueryAsync<string>(Of(objects, workspace, some).With("limit", MostCustomers * 2), cancellationToken))
        {
            Add(tally, text);
        }

        return tally;
    }

    private static void Add(ValueTally? tally, string json)
    {
        using var values = JsonDocument.Parse(json);
        tally?.Add(values.RootElement);
    }

    private static Statement Of(Statement statement, WorkspaceKey workspace, ProfileSample some) =>
        statement.With("workspace", workspace.Value).With("everybody", some.Before is null).With("before", some.Before ?? Guid.Empty);

    private static Statement Load(string name) => new(EmbeddedSql.Read($"Segments/Rules/Catalogues/{name}.sql"));

    private sealed record CountedEvent(string Event, long Occurrences, DateTimeOffset LastSeen);

    private sealed record SampledCall(string Type, string Event, string Properties);
}
