using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Tessera.Segments.Explaining;
using Tessera.Segments.Tests.Reference;
using Tessera.Segments.Tests.Sql;
using Tessera.Segments.Tests.Support;
using Tessera.Testing;

namespace Tessera.Segments.Tests.Explaining;

/// <summary>What is said about each construct, of one customer: Sentences.txt is read by eye. TESSERA_ACCEPT=1 writes it anew.</summary>
public sealed class SentencesTests
{
    private static readonly string Record = Path.Combine(RepositoryRoot.Path, "tests", "Tessera.Segments.Tests", "Explaining", "Sentences.txt");

    private static readonly string[] Definitions =
    [
        "plan is \"free\"", "plan is \"pro\"", "plan is not \"free\"", "plan is not one of (\"free\", \"pro\")", "email contains \"@studio.\"", "email ends with \"er\"", "email matches \"^[^@]+@studio\\\\.com$\"",
        "seats >= 10", "seats is between 1 and 4", "trial is true", "phone is set", "phone is not set", "missing is \"x\"", "trial_ends_at is within the next 3 days", "created_at is more than 30 days ago",
        "created_at is before 2026-01-01", "birthday has its anniversary within the next 7 days", "tags includes \"beta\"", "tags includes all of (\"beta\", \"vip\")", "context.app.version >= version \"2.4.0\"",
        "plan has been \"free\" for at least 30 days", "company.plan is \"team\"", "company.size > 20", "rfm.segment is \"champions\"", "score.churn >= 0.7", "score.churn is in the top 50%",
        "did \"Export File\"", "did \"Export File\" at least 3 times in the last 14 days", "did \"Export File\" once in the last 14 days", "did \"Export File\" where format is \"svg\" at least 2 times", "did \"Export File\" on at least 3 days in the last 14 days",
        "did any event at most 2 times in the last 30 days", "did \"Login\" between 60 and 30 days ago", "did \"Login\" in the current month", "did \"Login\" in the previous month", "did \"Delete\" in the first 7 days", "did not do \"Login\" in the last 14 days", "did not do \"Delete\"",
        "did \"Login\" at least 1 times per week in at least 3 of the last 4 weeks", "did \"Login\" since 2026-03-20", "did \"Login\" between 2026-01-01 and 2026-02-01",
        "count of \"Export File\" in the last 14 days >= 10", "count of distinct format of \"Export File\" >= 3", "sum of revenue of \"Order Completed\" in the last 90 days > 500", "average of revenue of \"Order Completed\" < 60",
        "median of revenue of \"Order Completed\" >= 100", "maximum of revenue of \"Refund\" > 1", "last of plan of \"Plan Changed\" is \"pro\"", "first of channel of \"Signed Up\" is \"ads\"", "most frequent format of \"Export File\" is \"png\"",
        "ratio of count of \"Export File\" to count of \"Login\" >= 2", "count of \"Export File\" in the last 14 days fell by at least 50%", "sum of revenue of \"Order Completed\" in the last 30 days rose by at least 20%",
        "last did \"Login\" more than 14 days ago", "last did \"Login\" within the last 14 days", "first did \"Export File\" within the last 7 days", "last did \"Delete\" before 2026-01-01",
        "did \"Signed Up\" then \"Export File\" within 3 days then \"Order Completed\" within 14 days", "did \"Signed Up\" then \"Invite Sent\" within 30 days", "did \"Signed Up\" and then did not do \"Invite Sent\" within 3 days",
        "did \"Export File\" then \"Order Completed\" with the same format", "did \"Signed Up\" then \"Order Completed\" without \"Login\" between",
        "in segment \"free\"", "not in segment \"free\"", "in segment \"kept\"", "entered segment \"kept\" in the last 7 days", "left segment \"kept\"", "has been in segment \"kept\" for at least 30 days",
        "consents to \"email\"", "consents to \"sms\"", "in random 10% by \"holdout-2026\"", "company did \"Export File\" at least 20 times in the last 30 days",
        "plan is \"free\" and did \"Export File\" at least 3 times in the last 14 days", "plan is \"pro\" or seats >= 10", "at least 2 of (plan is \"pro\", seats >= 10, did \"Login\")", "not (plan is \"pro\" or did \"Login\" in the last 14 days)",
    ];

    [Fact]
    public void Explain_OfEachConstruct_SaysWhatIsRecorded()
    {
        var text = Print();
        if (Environment.GetEnvironmentVariable("TESSERA_ACCEPT") == "1")
        {
            File.WriteAllText(Record, text);
        }

        text.ShouldBe(File.ReadAllText(Record).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Definitions_ReachEveryConstruct()
    {
        var reached = Definitions.Select(definition => Segment.Parse(definition).Segment.ShouldNotBeNull(definition)).SelectMany(Tree.All).Select(part => part.GetType()).ToHashSet();

        // The others are said in the same words as those beside them.
        Tree.Constructs.Where(type => !reached.Contains(type)).Select(type => type.Name).Order(StringComparer.Ordinal)
            .ShouldBe(["Before", "DateIsAfter", "ExactInstant", "TextStartsWith"]);
    }

    private static string Print()
    {
        var world = World();
        var at = Times.Of(new DateTimeOffset(2026, 3, 15, 12, 0, 0, TimeSpan.Zero));
        var explainer = new SegmentExplainer(new WorldSegments(world), world.Zone);
        var text = new StringBuilder();
        foreach (var definition in Definitions)
        {
            var segment = Segment.Parse(definition);
            var explained = explainer.Explain(segment.Segment!, Known.Of(world, world.Customers[0], at), Times.Time(at), segment.Sources);
            text.Append(CultureInfo.InvariantCulture, $"{definition}\n");
            Append(text, explained.Root, 1);
            text.Append(CultureInfo.InvariantCulture, $"  by itself: {explained.ChangesAt?.ToString("u", CultureInfo.InvariantCulture) ?? "never"}\n  change: {explained.SmallestChange?.Sentence ?? "none"}\n\n");
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, ExplainedPart part, int depth)
    {
        text.Append(' ', 2 * depth).Append(CultureInfo.InvariantCulture, $"{(part.Holds ? "yes" : "no")}: {part.Sentence}\n");
        foreach (var inner in part.Parts)
        {
            Append(text, inner, depth + 1);
        }
    }

    private static World World()
    {
        var calls = 0;
        List<Call> all =
        [
            Call("identify", "2026-01-10T08:00:00Z", null, """{ "plan": "pro", "email": "ada@studio.com", "created_at": "2026-01-10", "birthday": "1990-03-18", "seats": 4, "tags": ["beta"], "trial": true }"""),
            Call("group", "2026-01-10T08:00:01Z", null, """{ "plan": "team", "size": 12 }""") with { GroupId = "acme" },
            Call("track", "2026-01-10T08:05:00Z", "Signed Up", """{ "channel": "search" }"""),
            Call("track", "2026-01-12T09:00:00Z", "Export File", """{ "format": "svg" }"""),
            Call("track", "2026-01-20T09:00:00Z", "Order Completed", """{ "revenue": 120.5, "format": "svg" }"""),
            Call("track", "2026-02-10T09:30:00Z", "Login", null),
            Call("identify", "2026-03-01T10:00:00Z", null, """{ "plan": "free", "trial_ends_at": "2026-03-17T00:00:00Z" }"""),
            Call("track", "2026-03-01T10:00:00Z", "Plan Changed", """{ "plan": "free" }"""),
            Call("track", "2026-03-05T14:00:00Z", "Export File", """{ "format": "svg" }"""),
            Call("track", "2026-03-10T14:30:00Z", "Export File", """{ "format": "png" }"""),
            Call("track", "2026-03-12T07:00:00Z", "Login", null) with { Context = JsonNode.Parse("""{ "app": { "version": "2.3.9" } }""")!.AsObject() },
            Call("track", "2026-03-14T18:45:10Z", "Order Completed", """{ "revenue": 80 }"""),
        ];
        var ada = new Customer(new Guid("0b0e5bd0-0000-4000-8000-000000000001"), all)
        {
            Computed = JsonNode.Parse("""{ "rfm": { "segment": "loyal" }, "score": { "churn": 0.25 } }""")!.AsObject(),
            MembershipChanges = [("kept", Times.Of(new DateTimeOffset(2026, 3, 12, 0, 0, 0, TimeSpan.Zero)), true)],
            Consents = [("email", Times.Of(new DateTimeOffset(2026, 2, 1, 0, 0, 0, TimeSpan.Zero)), true)],
        };
        var bob = new Customer(new Guid("0b0e5bd0-0000-4000-8000-000000000002"), [Call("track", "2026-03-11T00:00:00Z", "Login", null)]) { Computed = JsonNode.Parse("""{ "score": { "churn": 0.5 } }""")!.AsObject() };
        return new World([ada, bob])
        {
            Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"),
            Segments = new Dictionary<string, Segment>(StringComparer.Ordinal) { ["free"] = Segment.Parse("plan is \"free\" and seats < 10").Segment! },
        };

        Call Call(string type, string time, string? name, string? values) =>
            new(type, Times.Of(DateTimeOffset.Parse(time, CultureInfo.InvariantCulture)), $"m{++calls}", name, values is null ? null : JsonNode.Parse(values)!.AsObject());
    }
}
