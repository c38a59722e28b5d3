using Microsoft.AspNetCore.Http;
using Tessera.Server.Hosting.Problems;

namespace Tessera.Server.Destinations.Webhooks.Endpoints;

/// <summary>What can be wrong when webhooks are managed.</summary>
internal static class WebhookProblems
{
    public static Problem Invalid(string complaint) => new(StatusCodes.Status400BadRequest, "webhook-invalid", "Webhook not accepted", complaint);

    public static Problem StateInvalid(string state) => new(
        StatusCodes.Status400BadRequest, "state-invalid", "Request not understood", $"state is \"{state}\"; deliveries are pending, delivered or dead.");

    public static Problem NotFound(string id) => new(
        StatusCodes.Status404NotFound, "webhook-not-found", "No such webhook", $"There is no webhook \"{id}\" in this workspace; GET /api/webhooks lists them.");

    public static Problem DeliveryNotFound(string id) => new(
        StatusCodes.Status404NotFound, "delivery-not-found", "No such delivery", $"The webhook has no delivery \"{id}\"; those that were taken are kept for three days, dead ones for 30.");
}
