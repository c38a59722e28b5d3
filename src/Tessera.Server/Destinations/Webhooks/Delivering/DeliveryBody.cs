using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tessera.Domain;
using Tessera.Server.Segments.Contracts;

namespace Tessera.Server.Destinations.Webhooks.Delivering;

/// <summary>What a receiver gets for a change of membership.</summary>
internal static class DeliveryBody
{
    /// <summary>The id of a change's delivery to a webhook: the same whenever it is made.</summary>
    public static string MessageOf(string webhook, MembershipChange change)
    {
        var text = string.Join('\n', webhook, change.Segment, change.ProfileId.ToString("D"), change.Entered ? "entered" : "left", Instant(change.At));
        return "msg_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
    }

    /// <summary>The JSON of a change.</summary>
    public static string Of(MembershipChange change, IReadOnlyList<Identifier> identifiers) => new JsonObject
    {
        ["type"] = TypeOf(change),
        ["timestamp"] = Instant(change.At),
        ["data"] = new JsonObject
        {
            ["segment"] = change.Segment,
            ["profileId"] = change.ProfileId,
            ["identifiers"] = new JsonArray([.. identifiers.Select(identifier => new JsonObject { ["kind"] = identifier.Kind, ["value"] = identifier.Value })]),
            ["at"] = Instant(change.At),
            ["cause"] = change.Cause,
            ["messageId"] = change.MessageId,
        },
    }.ToJsonString(JsonSerializerOptions.Web);

    /// <summary>The JSON of a trial.</summary>
    public static string OfTest(DateTimeOffset now) => new JsonObject
    {
        ["type"] = WebhookTypes.Test,
        ["timestamp"] = Instant(now),
        ["data"] = new JsonObject(),
    }.ToJsonString(JsonSerializerOptions.Web);

    /// <summary>What a change is called.</summary>
    public static string TypeOf(MembershipChange change) => change.Entered ? WebhookTypes.Entered : WebhookTypes.Left;

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
