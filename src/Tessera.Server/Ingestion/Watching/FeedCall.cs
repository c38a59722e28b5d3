using System.Text.Json;
using Tessera.Server.Identity.Contracts;
using Tessera.Server.Ingestion.Contracts;

namespace Tessera.Server.Ingestion.Watching;

/// <summary>A call as it arrived.</summary>
/// <param name="Id">Its message id; null when it was refused.</param>
/// <param name="Type">track, page, screen, identify, group or alias; null when it was refused.</param>
/// <param name="Name">The event's or page's name, if it has one.</param>
/// <param name="Time">When it happened, by the server's clock.</param>
/// <param name="ReceivedAt">When it was received.</param>
/// <param name="ProfileId">The customer as far as known now; null when the call says nothing of who made it.</param>
/// <param name="UserId">The customer's user id, if the call has one.</param>
/// <param name="AnonymousId">The customer's anonymous id, if the call has one.</param>
/// <param name="Source">The source that sent it.</param>
/// <param name="Properties">Properties, or traits; null when there are none.</param>
/// <param name="Context">Its own context; null when there is none.</param>
/// <param name="Accepted">Whether it goes on; otherwise it was kept aside.</param>
/// <param name="Reason">Why it was kept aside.</param>
/// <param name="Field">Which field was to blame, if one was.</param>
internal sealed record FeedCall(
    string? Id,
    string? Type,
    string? Name,
    DateTimeOffset Time,
    DateTimeOffset ReceivedAt,
    Guid? ProfileId,
    string? UserId,
    string? AnonymousId,
    string Source,
    JsonElement? Properties,
    JsonElement? Context,
    bool Accepted,
    string? Reason,
    string? Field)
{
    public static FeedCall Of(TrackingRecord call, ICallIdentities identities, ICustomerIdentity identity)
    {
        if (call.Type == CallType.Rejected)
        {
            return new FeedCall(
                null, null, null, call.Time, call.ReceivedAt, null, null, null, call.Source, null, null, Accepted: false, call.Reason, NullIfEmpty(call.Field));
        }

        var owner = identities.Of(call).Owner;
        return new FeedCall(
            call.MessageId,
            CallTypes.NameOf(call.Type),
            NullIfEmpty(call.Name),
            call.Time,
            call.ReceivedAt,
            owner is null ? null : identity.ProfileOf(owner.Id),
            NullIfEmpty(call.UserId),
            NullIfEmpty(call.AnonymousId),
            call.Source,
            Json(call.Properties),
            Json(call.Context),
            Accepted: true,
            Reason: null,
            Field: null);
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private static JsonElement? Json(ReadOnlyMemory<byte> text) => text.IsEmpty ? null : JsonSerializer.Deserialize<JsonElement>(text.Span);
}

/// <summary>What is sent beside calls.</summary>
/// <param name="Dropped">How many calls of the last second were not shown.</param>
internal sealed record FeedDropped(long Dropped);
