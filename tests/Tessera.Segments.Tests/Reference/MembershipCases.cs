using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tessera.Testing;

namespace Tessera.Segments.Tests.Reference;

/// <summary>The shared cases of who belongs when, worked out by hand; every evaluator must give these answers.</summary>
internal static class MembershipCases
{
    internal static string File { get; } = Path.Combine(RepositoryRoot.Path, "tests", "cases", "membership.v1.json");

    internal static IEnumerable<(string Name, World World, IReadOnlyList<MembershipCase> Cases)> Read()
    {
        var root = JsonNode.Parse(System.IO.File.ReadAllText(File))!;
        foreach (var scenario in root["scenarios"]!.AsArray())
        {
            var world = new World([.. scenario!["customers"]!.AsArray().Select(ReadCustomer)])
            {
                Zone = TimeZoneInfo.FindSystemTimeZoneById((string)scenario["zone"]!),
                Segments = scenario["segments"]!.AsObject().ToDictionary(
                    entry => entry.Key, entry => Segment.Parse((string)entry.Value!).Segment!, StringComparer.Ordinal),
            };
            yield return ((string)scenario["name"]!, world, [.. scenario["cases"]!.AsArray().Select(item => new MembershipCase(
                (string)item!["definition"]!, world.Customers[(int?)item["customer"] ?? 0], Time(item["at"]), (bool)item["member"]!))]);
        }
    }

    private static Customer ReadCustomer(JsonNode? json) => new(Guid.Parse((string)json!["id"]!), [.. json["calls"]!.AsArray().Select(ReadCall)])
    {
        Computed = json["computed"]?.AsObject() ?? [],
        MembershipChanges = [.. Items(json["membershipChanges"]).Select(item => ((string)item["segment"]!, Time(item["time"]), (bool)item["entered"]!))],
        Consents = [.. Items(json["consents"]).Select(item => ((string)item["purpose"]!, Time(item["time"]), (bool)item["given"]!))],
    };

    private static Call ReadCall(JsonNode? json) =>
        new((string)json!["type"]!, Time(json["time"]), (string)json["messageId"]!, (string?)json["name"], json["values"]?.AsObject())
        {
            Context = json["context"]?.AsObject(),
            GroupId = (string?)json["groupId"],
            ReceivedAt = Time(json["receivedAt"] ?? json["time"]),
        };

    private static IEnumerable<JsonNode> Items(JsonNode? list) => list is null || list.GetValueKind() == JsonValueKind.Null ? [] : list.AsArray().Select(item => item!);

    private static long Time(JsonNode? text) => Times.Of(DateTimeOffset.Parse((string)text!, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind));
}

/// <summary>A question and its answer.</summary>
internal sealed record MembershipCase(string Definition, Customer Customer, long At, bool IsMember);
