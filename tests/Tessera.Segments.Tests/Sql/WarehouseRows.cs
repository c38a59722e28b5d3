using System.Globalization;
using System.Numerics;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tessera.Segments.Tests.Reference;

namespace Tessera.Segments.Tests.Sql;

/// <summary>
/// A world as the product's tables have it. What a customer did and said lies under whichever of the customer's ids was theirs then; who was merged into another
/// left behind a removed profile, and records that change nothing once all are taken together.
/// </summary>
internal sealed class WarehouseRows(string workspace, World world)
{
    private static readonly JsonSerializerOptions AsSent = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    internal string Workspace => workspace;

    /// <summary>All ids of those who are erased.</summary>
    internal IReadOnlyList<Guid> Erased => [.. world.Erased.SelectMany(Ids)];

    internal IEnumerable<EventRow> Events => Everybody.SelectMany(customer => customer.Calls
        .GroupBy(call => call.MessageId, StringComparer.Ordinal)
        .Select(First)
        .Select((call, place) => new EventRow(
            workspace, Of(customer, place), Times.Time(call.Time), call.MessageId, call.Type, call.Name ?? string.Empty, call.GroupId ?? string.Empty,
            Json(call.Values, place), Json(call.Context, place), Times.Time(call.Time))));

    /// <summary>Where ids belong, and where some belonged before: also ids that are their own again.</summary>
    internal IEnumerable<IdentityRow> Identities => Everybody.SelectMany(customer => customer.Merged
        .SelectMany(merged => new IdentityRow[] { new(workspace, merged, world.Customers[0].Id, 1), new(workspace, merged, customer.Id, 2) })
        .Concat(customer.Id.ToByteArray()[0] % 4 == 0 ? [new(workspace, customer.Id, world.Customers[0].Id, 1), new(workspace, customer.Id, customer.Id, 2)] : []));

    internal IEnumerable<ProfileRow> Profiles => Everybody.SelectMany(customer =>
    {
        var seen = Times.Time(customer.Calls.GroupBy(call => call.MessageId, StringComparer.Ordinal).Min(same => First(same).Time));
        return customer.Merged
            .SelectMany(merged => new ProfileRow[] { new(workspace, merged, seen + Day, seen, 1, 0), new(workspace, merged, seen + Day, seen, 2, 1) })
            .Concat([new(workspace, customer.Id, seen + Day, seen, 1, 0), new(workspace, customer.Id, seen, seen, 2, 0)]);
    });

    internal IEnumerable<ChangeRow> Changes => Everybody.SelectMany(customer => customer.MembershipChanges
        .GroupBy(change => change.Segment, StringComparer.Ordinal)
        .SelectMany(changes => Changed(customer, [.. changes.OrderBy(change => change.Time).ThenBy(change => change.Entered)])));

    internal IEnumerable<ConsentRow> Consents => Everybody.SelectMany(customer => customer.Consents.Select((consent, place) =>
        new ConsentRow(workspace, Of(customer, place), consent.Purpose, Times.Time(consent.Time), consent.Given)));

    internal IEnumerable<RfmRow> Rfm => Everybody
        .Where(customer => IsRfm(customer.Computed["rfm"]))
        .Select(customer => (customer.Id, Values: customer.Computed["rfm"]!.AsObject()))
        .Select(entry => new RfmRow(
            workspace, 7, entry.Id, (byte)(int)entry.Values["recency"]!, (byte)(int)entry.Values["frequency"]!, (byte)(int)entry.Values["monetary"]!, (string)entry.Values["segment"]!));

    internal IEnumerable<SwitchRow> Switches => [new(workspace, 6), new(workspace, 7)];

    /// <summary>What the product does not compute yet.</summary>
    internal IEnumerable<ComputedRow> Computed => Everybody.SelectMany(customer => customer.Computed.Where(entry => entry.Key != "rfm" || !IsRfm(entry.Value)).SelectMany(entry => entry.Value is JsonObject inner
        ? inner.Select(value => new ComputedRow(workspace, customer.Id, $"{entry.Key}.{value.Key}", Held(value.Value)?.ToJsonString() ?? "null"))
        : [new ComputedRow(workspace, customer.Id, entry.Key, Held(entry.Value)?.ToJsonString() ?? "null")]));

    private IEnumerable<Customer> Everybody => world.Customers.Concat(world.Erased);

    private static Guid[] Ids(Customer customer) => [customer.Id, .. customer.Merged];

    private static Guid Of(Customer customer, int place) => Ids(customer)[place % (customer.Merged.Count + 1)];

    private static Call First(IEnumerable<Call> same) => same.OrderBy(call => call.ReceivedAt).First();

    private static bool IsRfm(JsonNode? values) => values is JsonObject { Count: 4 };

    // Senders write the same text with escapes or without. On the way in, whole numbers beyond 64 bits are written anew.
    private static string Json(JsonObject? values, int place) => values is null ? "{}" : Held(values)!.ToJsonString(place % 2 == 0 ? AsSent : null);

    private static JsonNode? Held(JsonNode? node) => node switch
    {
        JsonObject values => new JsonObject(values.Select(entry => KeyValuePair.Create(entry.Key, Held(entry.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Held)]),
        JsonValue number when number.GetValueKind() == JsonValueKind.Number && BigInteger.TryParse(number.ToJsonString(), CultureInfo.InvariantCulture, out var whole) && (whole < long.MinValue || whole > ulong.MaxValue) =>
            JsonNode.Parse(((double)number).ToString("E16", CultureInfo.InvariantCulture)),
        _ => node?.DeepClone(),
    };

    private IEnumerable<ChangeRow> Changed(Customer customer, List<(string Segment, long Time, bool Entered)> changes)
    {
        for (var place = 0; place < changes.Count; place++)
        {
            var (segment, time, entered) = changes[place];
            yield return Row(Of(customer, place), time, entered, "event");
            if (customer.Merged.Count == 0)
            {
                continue;
            }

            // The other ids enter and leave too, which changes nothing for the customer; and leave when they are merged.
            yield return Row(Of(customer, place + 1), time, entered, "time");
            if (place + 1 == changes.Count || changes[place + 1].Time > time + 1)
            {
                yield return Row(Of(customer, place + 2), time + 1, entered, "time");
            }

            yield return Row(customer.Merged[place % customer.Merged.Count], time - 1, entered: false, "merge");

            ChangeRow Row(Guid id, long at, bool entered, string cause) => new(workspace, id, segment, Times.Time(at), entered, cause);
        }
    }

    internal sealed record EventRow(
        string Workspace, Guid ProfileId, DateTimeOffset Time, string MessageId, string Type, string Name, string GroupId, string Properties, string Context, DateTimeOffset ReceivedAt,
        string UserId = "", string AnonymousId = "", string PreviousId = "", Guid ImportId = default);

    internal sealed record IdentityRow(string Workspace, Guid NodeId, Guid ProfileId, ulong Version);

    internal sealed record ProfileRow(
        string Workspace, Guid ProfileId, DateTimeOffset FirstSeen, DateTimeOffset LastSeen, ulong Version, byte IsRemoved,
        string Kind = "user_id", string Identifier = "", string Name = "", string Email = "", string Country = "", string Traits = "{}");

    internal sealed record ChangeRow(string Workspace, Guid ProfileId, string Segment, DateTimeOffset Time, bool Entered, string Cause);

    internal sealed record ConsentRow(string Workspace, Guid ProfileId, string Purpose, DateTimeOffset Time, bool Given);

    internal sealed record RfmRow(
        string Workspace, ulong Version, Guid ProfileId, byte R, byte F, byte M, string Segment, int RecencyDays = 1, uint Frequency = 1, decimal Monetary = 1);

    internal sealed record SwitchRow(string Workspace, ulong Version);

    internal sealed record ComputedRow(string Workspace, Guid ProfileId, string Name, string Value);
}
