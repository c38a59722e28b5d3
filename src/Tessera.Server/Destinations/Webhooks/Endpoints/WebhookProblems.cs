using Microsoft.AspNetCore.Http;
using Tessera.Server.Hosting.Problems;

namespace Tessera.Server.Destinations.Webhooks.Endpoints;

/// <summary>What can be wrong when webhooks are managed.</summary>
internal static class WebhookProblems
{
    public static Problem Invalid(string complaint) => new(StatusCodes.Status400BadRequest, "webhook-invalid", "Webhook not accepted", complaint);

    public static Problem SegmentUnknown(string key, string? nearest) => Invalid(
        $"This workspace has no segment \"{key}\" of its own{(nearest is null ? "." : $"; did you mean \"{nearest}\"?")} "
        + "Only segments written in the language tell who enters and leaves; leave segments out to mean all of them.");

    public static Problem StateInvalid(string state) => new(
        StatusCodes.Status400BadRequest, "state-invalid", "Request not understood", $"state is \"{state}\"; deliveries are pending, delivered or dead.");

    public static Problem NotFound(string id) => new(
        StatusCodes.Status404NotFound, "webhook-not-found", "No such webhook", $"There is no webhook \"{id}\" in this workspace; GET /api/webhooks lists them.");

    public static Problem DeliveryNotFound(string id) => new(
        StatusCodes.Status404NotFound, "delivery-not-found", "No such delivery", $"The webhook has no delivery \"{id}\"; those that were taken are kept for three days, dead ones for 30.");
}
