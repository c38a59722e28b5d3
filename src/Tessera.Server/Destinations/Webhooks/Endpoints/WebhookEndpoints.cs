using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tessera.Domain;
using Tessera.Segments.Text;
using Tessera.Server.Access.Contracts;
using Tessera.Server.Destinations.Webhooks.Delivering;
using Tessera.Server.Hosting;
using Tessera.Server.Hosting.Paging;
using Tessera.Server.Hosting.Problems;
using Tessera.Server.Segments.Contracts;

namespace Tessera.Server.Destinations.Webhooks.Endpoints;

/// <summary>Webhooks by the Standard Webhooks specification: who is told when somebody enters or leaves a segment.</summary>
internal static class WebhookEndpoints
{
    private const int DefaultLimit = 25;
    private const int LargestLimit = 500;
    private static readonly string[] States = ["pending", "delivered", "dead"];
    private static readonly TimeSpan FormerSecretLife = TimeSpan.FromHours(24);

    public static void Map(IEndpointRouteBuilder api)
    {
        var webhooks = api.MapGroup("/webhooks").WithTags("Webhooks");
        webhooks.MapGet("", ListAsync).WithName("listWebhooks").WithSummary("Lists the webhooks of the workspace, without their secrets, with how they fare.");
        webhooks.MapPost("", CreateAsync)
            .WithName("createWebhook")
            .WithSummary("Creates a webhook, which is sent what changes from now on, and shows its secret this once.")
            .WithProblems(StatusCodes.Status400BadRequest);
        webhooks.MapGet("/{id}", ShowAsync).WithName("getWebhook").WithSummary("Shows a webhook.").WithProblems(StatusCodes.Status404NotFound);
        webhooks.MapPut("/{id}", ChangeAsync)
            .WithName("changeWebhook")
            .WithSummary("Changes a webhook as a whole; one that was switched off by itself is switched on again.")
            .WithProblems(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
        webhooks.MapDelete("/{id}", RemoveAsync).WithName("deleteWebhook").WithSummary("Deletes a webhook with its deliveries.").WithProblems(StatusCodes.Status404NotFound);
        webhooks.MapPost("/{id}/rotate", RotateAsync)
            .WithName("rotateWebhookSecret")
            .WithSummary("Gives a webhook another secret, shown this once; for 24 hours deliveries are signed with both.")
            .WithProblems(StatusCodes.Status404NotFound);
        webhooks.MapPost("/{id}/test", TestAsync)
            .WithName("testWebhook")
            .WithSummary("Sends a trial (type webhook.test) now and says what came of it.")
            .WithProblems(StatusCodes.Status404NotFound);
        webhooks.MapGet("/{id}/deliveries", ListDeliveriesAsync)
            .WithName("listWebhookDeliveries")
            .WithSummary("Lists deliveries, the latest first; state=pending, delivered or dead.")
            .WithProblems(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
        webhooks.MapPost("/{id}/deliveries/{delivery}/replay", ReplayAsync)
            .WithName("replayWebhookDelivery")
            .WithSummary("Sends a delivery again, under its id.")
            .WithProblems(StatusCodes.Status404NotFound);
        webhooks.MapPost("/{id}/replay", ReplayDeadAsync)
            .WithName("replayDeadWebhookDeliveries")
            .WithSummary("Sends all dead deliveries again, each under its id.")
            .WithProblems(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<WebhookList>> ListAsync(WebhookStore webhooks, DeliveryStore deliveries, CurrentWorkspace workspace, CancellationToken cancellationToken)
    {
        List<WebhookView> items = [];
        foreach (var webhook in await webhooks.ListAsync(workspace.Key, cancellationToken))
        {
            items.Add(WebhookView.Of(webhook, await deliveries.CountsAsync(webhook.Id, cancellationToken)));
        }

        return TypedResults.Ok(new WebhookList(items));
    }

    private static async Task<Results<Created<WebhookWithSecret>, ProblemResult>> CreateAsync(
        WebhookRequest body,
        WebhookStore webhooks,
        ISegmentUses segments,
        IMembershipChanges changes,
        WebhookService service,
        TesseraServerOptions options,
        CurrentWorkspace workspace,
        CancellationToken cancellationToken)
    {
        if (!TryRead(body, options, out var details, out var complaint))
        {
            return new ProblemResult(WebhookProblems.Invalid(complaint));
        }

        if (await UnknownAsync(segments, workspace.Key, details.Segments, cancellationToken) is { } unknown)
        {
            return new ProblemResult(unknown);
        }

        var webhook = await webhooks.CreateAsync(workspace.Key, details, await changes.EndAsync(workspace.Key, cancellationToken), cancellationToken);
        service.Wake();
        return TypedResults.Created($"/api/webhooks/{webhook.Id}", new WebhookWithSecret(WebhookView.Of(webhook, new Dictionary<string, long>(StringComparer.Ordinal)), webhook.Secret));
    }

    private static async Task<Results<Ok<WebhookView>, ProblemResult>> ShowAsync(
        string id, WebhookStore webhooks, DeliveryStore deliveries, CurrentWorkspace workspace, CancellationToken cancellationToken) =>
        await webhooks.FindAsync(workspace.Key, id, cancellationToken) is { } webhook
            ? TypedResults.Ok(WebhookView.Of(webhook, await deliveries.CountsAsync(id, cancellationToken)))
            : new ProblemResult(WebhookProblems.NotFound(id));

    private static async Task<Results<Ok<WebhookView>, ProblemResult>> ChangeAsync(
        string id,
        WebhookRequest body,
        WebhookStore webhooks,
        DeliveryStore deliveries,
        ISegmentUses segments,
        WebhookService service,
        TesseraServerOptions options,
        CurrentWorkspace workspace,
        CancellationToken cancellationToken)
    {
        if (await webhooks.FindAsync(workspace.Key, id, cancellationToken) is not { } before)
        {
            return new ProblemResult(WebhookProblems.NotFound(id));
        }

        if (!TryRead(body, options, out var details, out var complaint))
        {
            return new ProblemResult(WebhookProblems.Invalid(complaint));
        }

        // A segment that it was made for may have been deleted since.
        if (await UnknownAsync(segments, workspace.Key, details.Segments.Except(JsonSerializer.Deserialize<List<string>>(before.Segments)!, StringComparer.Ordinal), cancellationToken) is { } unknown)
        {
            return new ProblemResult(unknown);
        }

        await webhooks.ChangeAsync(id, details, cancellationToken);
        service.Wake();
        return await ShowAsync(id, webhooks, deliveries, workspace, cancellationToken);
    }

    private static async Task<Results<NoContent, ProblemResult>> RemoveAsync(
        string id, WebhookStore webhooks, WebhookService service, CurrentWorkspace workspace, CancellationToken cancellationToken)
    {
        if (await webhooks.FindAsync(workspace.Key, id, cancellationToken) is null)
        {
            return new ProblemResult(WebhookProblems.NotFound(id));
        }

        await webhooks.RemoveAsync(id, cancellationToken);
        service.Wake();
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<WebhookWithSecret>, ProblemResult>> RotateAsync(
        string id, WebhookStore webhooks, DeliveryStore deliveries, TimeProvider time, CurrentWorkspace workspace, CancellationToken cancellationToken)
    {
        if (await webhooks.FindAsync(workspace.Key, id, cancellationToken) is not { } webhook)
        {
            return new ProblemResult(WebhookProblems.NotFound(id));
        }

        var secret = await webhooks.RotateAsync(id, time.GetUtcNow() + FormerSecretLife, cancellationToken);
        return TypedResults.Ok(new WebhookWithSecret(WebhookView.Of(webhook, await deliveries.CountsAsync(id, cancellationToken)), secret));
    }

    private static async Task<Results<Ok<TestView>, ProblemResult>> TestAsync(
        string id, WebhookStore webhooks, WebhookSender sender, TimeProvider time, CurrentWorkspace workspace, CancellationToken cancellationToken)
    {
        if (await webhooks.FindAsync(workspace.Key, id, cancellationToken) is not { } webhook)
        {
            return new ProblemResult(WebhookProblems.NotFound(id));
        }

        var now = time.GetUtcNow();
        var attempt = await sender.SendAsync(webhook, $"msg_test_{Guid.CreateVersion7(now):N}", DeliveryBody.OfTest(now), cancellationToken);
        return TypedResults.Ok(new TestView(attempt.IsTaken, attempt.Status, attempt.Answer.Length > 0 ? attempt.Answer : null, Math.Round(attempt.Duration.TotalMilliseconds, 1)));
    }

    private static async Task<Results<Ok<DeliveryList>, ProblemResult>> ListDeliveriesAsync(
        string id, string? state, int? limit, string? cursor, WebhookStore webhooks, DeliveryStore deliveries, CurrentWorkspace workspace, CancellationToken cancellationToken)
    {
        DeliveryCursor? after = null;
        if (limit is < 1 or > LargestLimit)
        {
            return new ProblemResult(PagingProblems.LimitInvalid(limit, LargestLimit));
        }

        if (!string.IsNullOrEmpty(cursor) && !OpaqueCursor.TryRead(cursor, out after))
        {
            return new ProblemResult(PagingProblems.CursorInvalid());
        }

        if (state is not null && !States.Contains(state, StringComparer.Ordinal))
        {
            return new ProblemResult(WebhookProblems.StateInvalid(state));
        }

        if (await webhooks.FindAsync(workspace.Key, id, cancellationToken) is null)
        {
            return new ProblemResult(WebhookProblems.NotFound(id));
        }

        var size = limit ?? DefaultLimit;
        var found = await deliveries.ListAsync(id, state, after?.Before, size + 1, cancellationToken);
        var next = found.Count > size ? OpaqueCursor.Write(new DeliveryCursor(found[size - 1].Sequence)) : null;
        return TypedResults.Ok(new DeliveryList([.. found.Take(size).Select(View)], next));
    }

    private static async Task<Results<Ok<ReplayView>, ProblemResult>> ReplayAsync(
        string id, string delivery, WebhookStore webhooks, DeliveryStore deliveries, WebhookService service, CurrentWorkspace workspace, CancellationToken cancellationToken)
    {
        if (await webhooks.FindAsync(workspace.Key, id, cancellationToken) is null)
        {
            return new ProblemResult(WebhookProblems.NotFound(id));
        }

        var count = await deliveries.ReplayAsync(id, delivery, cancellationToken);
        service.Wake();
        return count > 0 ? TypedResults.Ok(new ReplayView(count)) : new ProblemResult(WebhookProblems.DeliveryNotFound(delivery));
    }

    private static async Task<Results<Ok<ReplayView>, ProblemResult>> ReplayDeadAsync(
        string id, WebhookStore webhooks, DeliveryStore deliveries, WebhookService service, CurrentWorkspace workspace, CancellationToken cancellationToken)
    {
        if (await webhooks.FindAsync(workspace.Key, id, cancellationToken) is null)
        {
            return new ProblemResult(WebhookProblems.NotFound(id));
        }

        var count = await deliveries.ReplayAsync(id, message: null, cancellationToken);
        service.Wake();
        return TypedResults.Ok(new ReplayView(count));
    }

    private static bool TryRead(
        WebhookRequest body,
        TesseraServerOptions options,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out WebhookDetails? details,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(false)] out string? complaint) =>
        WebhookDetails.TryCreate(body.Name, body.Url, body.Segments, body.Types, body.Backfills, body.Enabled, options.AllowPrivateWebhooks, out details, out complaint);

    private static async Task<Problem?> UnknownAsync(ISegmentUses segments, WorkspaceKey workspace, IEnumerable<string> wanted, CancellationToken cancellationToken)
    {
        var asked = wanted.ToList();
        var known = asked.Count == 0 ? [] : (await segments.ListAsync(workspace, cancellationToken)).Select(segment => segment.Key).ToList();
        return asked.Except(known, StringComparer.Ordinal).FirstOrDefault() is { } unknown
            ? WebhookProblems.SegmentUnknown(unknown, Nearest.To(unknown, known))
            : null;
    }

    private static DeliveryView View(WebhookDelivery delivery) => new(
        delivery.Message,
        delivery.Type,
        delivery.Segment,
        Guid.ParseExact(delivery.ProfileId, "D"),
        delivery.State,
        delivery.Attempts,
        delivery.State == "pending" ? delivery.NextAt : null,
        delivery.CreatedAt,
        delivery.TriedAt,
        delivery.Status,
        delivery.Answer.Length > 0 ? delivery.Answer : null,
        delivery.Body);
}
