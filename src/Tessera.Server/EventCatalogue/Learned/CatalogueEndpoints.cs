using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tessera.Segments.Checking;
using Tessera.Server.Access.Contracts;
using Tessera.Server.EventCatalogue.Anomalies;
using Tessera.Server.EventCatalogue.Plans;
using Tessera.Server.Hosting.Problems;
using Tessera.Server.Segments.Contracts;

namespace Tessera.Server.EventCatalogue.Learned;

/// <summary>What a workspace has received: its events, their properties, its customers' traits.</summary>
internal static class CatalogueEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var catalogue = api.MapGroup("/catalogue").WithTags("Catalogue");
        catalogue.MapGet("/events", ListEventsAsync)
            .WithName("listCatalogueEvents")
            .WithSummary("Lists the events that the workspace has received, the 5,000 most frequent first, as of at most a minute ago.");
        catalogue.MapGet("/events/{name}", ShowEventAsync)
            .WithName("getCatalogueEvent")
            .WithSummary("Shows an event: its properties with types, frequency and top values, its days, and who sent it.")
            .WithProblems(StatusCodes.Status404NotFound);
        catalogue.MapGet("/traits", ListTraitsAsync)
            .WithName("listCatalogueTraits")
            .WithSummary("Lists the traits of customers and companies, with types, frequency and top values.");
        catalogue.MapGet("/anomalies", ListAnomaliesAsync)
            .WithName("listVolumeAnomalies")
            .WithSummary("Events that came far more or far less often in the last two days than in the same hours of the weeks before, and why that is thought.");
    }

    private static async Task<Ok<CatalogueEventList>> ListEventsAsync(
        EventVolumes volumes, TrackingPlans plans, CurrentWorkspace workspace, CancellationToken cancellationToken)
    {
        var plan = plans.Find(workspace.Key);
        return TypedResults.Ok(new CatalogueEventList([.. (await volumes.ListAsync(workspace.Key, cancellationToken)).Select(volume => View(volume, plan))]));
    }

    private static async Task<Results<Ok<CatalogueEventDetails>, ProblemResult>> ShowEventAsync(
        string name, EventVolumes volumes, ILearnedCatalogue learned, TrackingPlans plans, CurrentWorkspace workspace, CancellationToken cancellationToken)
    {
        if (await volumes.FindAsync(workspace.Key, name, cancellationToken) is not { } volume)
        {
            return new ProblemResult(new Problem(
                StatusCodes.Status404NotFound, "event-not-found", "No such event", $"The event \"{name}\" was never received; GET /api/catalogue/events lists those that were."));
        }

        var facts = (await learned.ReadAsync(workspace.Key, cancellationToken)).FindEvent(name);
        return TypedResults.Ok(new CatalogueEventDetails(
            View(volume, plans.Find(workspace.Key)),
            facts is null ? [] : Views(facts.Properties, facts.Occurrences),
            await volumes.DaysAsync(workspace.Key, name, cancellationToken),
            await volumes.VersionsAsync(workspace.Key, name, cancellationToken)));
    }

    private static async Task<Ok<CatalogueTraitList>> ListTraitsAsync(ILearnedCatalogue learned, CurrentWorkspace workspace, CancellationToken cancellationToken)
    {
        var catalogue = await learned.ReadAsync(workspace.Key, cancellationToken);

        // Those that were never seen are the ones that the product computes itself.
        return TypedResults.Ok(new CatalogueTraitList(Views(catalogue.TraitPaths.Select(catalogue.FindTrait).OfType<ValueFacts>().Where(facts => facts.Occurrences > 0), of: null)));
    }

    private static async Task<Ok<VolumeAnomalyList>> ListAnomaliesAsync(AnomalyReader anomalies, CurrentWorkspace workspace, CancellationToken cancellationToken) =>
        TypedResults.Ok(new VolumeAnomalyList(await anomalies.ReadAsync(workspace.Key, cancellationToken)));

    private static CatalogueEvent View(EventVolume volume, TrackingPlan? plan) => new(
        volume.Event,
        volume.Calls,
        volume.CallsOfLastDay,
        volume.CallsByDay,
        volume.FirstSeen,
        volume.LastSeen,
        [.. volume.Sources.Where(source => source.Length > 0).Order(StringComparer.Ordinal)],
        plan?.Events.ContainsKey(volume.Event));

    private static List<CatalogueValue> Views(IEnumerable<ValueFacts> values, long? of) =>
    [
        .. values.OrderByDescending(facts => facts.Occurrences).ThenBy(facts => facts.Path, StringComparer.Ordinal).Select(facts => new CatalogueValue(
            facts.Path,
            NamesOf(facts.Types),
            facts.Occurrences,
            of is > 0 ? Math.Min(1, (double)facts.Occurrences / of.Value) : null,
            [.. facts.TopValues.Select(value => new CatalogueValueCount(value.Value, value.Occurrences, Math.Min(1, (double)value.Occurrences / Math.Max(1, facts.Occurrences))))],
            facts.IsComplete)),
    ];

    private static List<string> NamesOf(ValueTypes types) =>
        [.. Enum.GetValues<ValueTypes>().Where(type => type != ValueTypes.None && types.HasFlag(type)).Select(type => JsonNamingPolicy.KebabCaseLower.ConvertName(type.ToString()))];
}
