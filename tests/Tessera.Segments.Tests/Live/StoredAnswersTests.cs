using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tessera.Segments.Live;
using Tessera.Segments.Live.Conditions;
using Tessera.Segments.Live.Tracks;
using Tessera.Segments.Tests.Reference;
using Tessera.Segments.Tests.Sql;
using Tessera.Segments.Tests.Support;
using Tessera.Testing;

namespace Tessera.Segments.Tests.Live;

/// <summary>States of every construct of the language as a version wrote them give the answers they gave then, which were those of the reference evaluator.</summary>
/// <remarks>
/// <c>v1.all.segments</c> has a definition a line, <c>v1.all.layout.txt</c> what the states hold, <c>v1.all.states</c> the states, and <c>v1.all.answers.txt</c> for
/// every customer and instant the lines of the definitions that held. None may be changed; another version of the format, or a construct it has not, gets files of its own.
/// </remarks>
public sealed class StoredAnswersTests
{
    private const int Customers = 12;
    private const int CallsEach = 120;

    private static readonly DateTimeOffset Start = new(2026, 1, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Written = Start.AddDays(60);
    private static readonly TimeSpan[] Later = [TimeSpan.Zero, TimeSpan.FromHours(5), TimeSpan.FromDays(1), TimeSpan.FromDays(6), TimeSpan.FromDays(29), TimeSpan.FromDays(95), TimeSpan.FromDays(300)];
    private static readonly string[] Companies = ["acme", "globex"];
    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, "tests", "Tessera.Segments.Tests", "Live", "States");

    private static readonly Dictionary<string, string[]> Properties = new(StringComparer.Ordinal)
    {
        ["format"] = ["\"svg\"", "\"pdf\""],
        ["pages"] = ["1", "2", "\"3\""],
        ["method"] = ["\"google\"", "null"],
        ["template"] = ["\"poster\"", "\"logo\"", "\"flyer\""],
        ["feature"] = ["\"brand_kit\"", "\"svg_export\"", "\"resize\"", "\"ü\""],
        ["feature_group"] = ["\"ai\"", "\"collaboration\"", "\"advanced\""],
        ["name"] = ["\"Pricing\"", "\"Help\"", "\"Editor\""],
        ["path"] = ["\"/account/cancel\"", "\"/\""],
        ["priority"] = ["\"high\"", "\"low\""],
        ["survey"] = ["\"nps\"", "\"other\""],
        ["score"] = ["1", "5", "9.5", "10"],
        ["plan"] = ["\"free\"", "\"pro\"", "\"team\""],
        ["referral_source"] = ["\"instagram\"", "\"search\""],
        ["revenue"] = ["49.4", "\"0.1\"", "120", "-3"],
        ["duration"] = ["30", "900", "4000"],
        ["project_id"] = ["1", "2", "\"p3\"", "4"],
        ["ticket_id"] = ["7", "8"],
    };

    private static IReadOnlyList<Segment> Definitions { get; } = [.. File.ReadLines(Path.Combine(Folder, "v1.all.segments")).Select(line => Segment.Parse(line).Segment.ShouldNotBeNull(line))];

    [Fact]
    public void Read_OfStatesOfEveryConstruct_AnswersAsWhenTheyWereWritten()
    {
        var plan = Plan();
        if (Environment.GetEnvironmentVariable("TESSERA_ACCEPT") == "1" && !File.Exists(Path.Combine(Folder, "v1.all.states")))
        {
            Write(plan);
        }

        var layout = StateLayout.Parse(File.ReadAllText(Path.Combine(Folder, "v1.all.layout.txt")).TrimEnd('\n'));
        var states = Stored().Select(bytes => ProfileState.Read(bytes, plan, id => id == layout.Id ? layout : null)).ToList();

        states.Count.ShouldBe(Customers);
        states.ShouldAllBe(state => !state.NeedsBackfill);
        Answers(plan, states, later => later > TimeSpan.Zero).ShouldBe(File.ReadLines(Path.Combine(Folder, "v1.all.answers.txt")));
    }

    [Fact]
    public void StoredStates_AreOfEverythingThatStatesCanHold()
    {
        var plan = Plan();
        var retentions = plan.Tracks.Select(track => track.Retention.GetType()).ToHashSet();
        var conditions = plan.Conditions.Select(condition => condition.GetType()).ToHashSet();
        var scopes = plan.Tracks.Select(track => track.Scope).ToHashSet();
        var reached = Definitions.SelectMany(Tree.All).Select(part => part.GetType()).ToHashSet();

        Kinds(typeof(Retention)).Where(kind => !retentions.Contains(kind)).ShouldBeEmpty();
        Kinds(typeof(LiveCondition)).Where(kind => !conditions.Contains(kind)).ShouldBeEmpty();
        Enum.GetValues<TrackScope>().Where(scope => !scopes.Contains(scope)).ShouldBeEmpty();
        Tree.Constructs.Where(construct => !reached.Contains(construct)).ShouldBeEmpty();

        static IEnumerable<Type> Kinds(Type family) => family.Assembly.GetTypes().Where(type => !type.IsAbstract && family.IsAssignableFrom(type));
    }

    private static LiveSegments Plan() => LiveSegments.Compile(
        Definitions.Index().ToDictionary(entry => Key(entry.Index), entry => entry.Item, StringComparer.Ordinal), new WorldSegments(new World([Told])), TimeZoneInfo.Utc);

    // Both segments that definitions refer to are known by their history alone.
    private static Customer Told { get; } = new(Guid.Empty, []) { MembershipChanges = [("told", 0, true)] };

    private static string Key(int index) => (index + 1).ToString("000", CultureInfo.InvariantCulture);

    private static IEnumerable<byte[]> Stored()
    {
        using var file = new BinaryReader(File.OpenRead(Path.Combine(Folder, "v1.all.states")));
        for (var count = file.ReadInt32(); count > 0; count--)
        {
            yield return file.ReadBytes(file.ReadInt32());
        }
    }

    // A line for every customer and instant: who it is, the hours after the states were written, and the definitions that hold.
    private static IEnumerable<string> Answers(LiveSegments plan, List<ProfileState> states, Func<TimeSpan, bool> isAsked)
    {
        foreach (var later in Later.Where(isAsked))
        {
            var at = Written + later;
            var companies = Companies.ToDictionary(name => name, name => Company(plan, name, states.Where(state => state.CompanyAt(at) == name)), StringComparer.Ordinal);
            foreach (var state in states)
            {
                state.Evaluate(at, state.CompanyAt(at) is { } name ? companies[name] : null);
                yield return Line(state.Profile, later, state.Memberships.Order(StringComparer.Ordinal));
            }
        }
    }

    private static string Line(Guid profile, TimeSpan later, IEnumerable<string> keys) =>
        string.Create(CultureInfo.InvariantCulture, $"{profile.ToString("N")[30..]} {later.TotalHours}: {string.Join(' ', keys)}");

    private static CompanyState Company(LiveSegments plan, string name, IEnumerable<ProfileState> customers)
    {
        var company = new CompanyState(plan);
        company.Apply(LiveWorld.LiveCall(Group(name)));
        company.Join(customers);
        return company;
    }

    private static Call Group(string name) => new("group", Times.Of(Start), $"g-{name}", Values: JsonNode.Parse(
        name == Companies[0] ? """{"plan": "team", "employees": 120, "industry": "healthcare"}""" : """{"plan": "free", "employees": "30"}""")!.AsObject()) { GroupId = name };

    private static void Write(LiveSegments plan)
    {
        var world = new World([.. Enumerable.Range(0, Customers).Select(place => Someone(place, new Random(place + 1)))]);
        var states = world.Customers.Select(customer => State(plan, customer, world)).ToList();
        _ = Answers(plan, states, later => later == TimeSpan.Zero).ToList();
        using (var file = new BinaryWriter(File.Create(Path.Combine(Folder, "v1.all.states"))))
        {
            file.Write(states.Count);
            foreach (var bytes in states.Select(state => state.Write()))
            {
                file.Write(bytes.Length);
                file.Write(bytes);
            }
        }

        var reference = new ReferenceEvaluator(world);
        File.WriteAllText(Path.Combine(Folder, "v1.all.layout.txt"), plan.Layout.Text + "\n");
        File.WriteAllLines(Path.Combine(Folder, "v1.all.answers.txt"), Later.Where(later => later > TimeSpan.Zero).SelectMany(later => world.Customers.Select(customer => Line(
            customer.Id,
            later,
            Definitions.Index().Where(entry => reference.IsMember(entry.Item, customer, Times.Of(Written + later))).Select(entry => Key(entry.Index))))));
    }

    private static ProfileState State(LiveSegments plan, Customer customer, World world)
    {
        var state = new ProfileState(plan, customer.Id);
        foreach (var call in customer.Calls)
        {
            state.Apply(LiveWorld.LiveCall(call));
        }

        foreach (var (segment, time, entered) in customer.MembershipChanges)
        {
            state.Apply(new MembershipChange(segment, Times.Time(time), entered));
        }

        foreach (var (purpose, time, given) in customer.Consents)
        {
            state.Apply(new ConsentChange(purpose, Times.Time(time), given));
        }

        using var computed = JsonDocument.Parse(customer.Computed.ToJsonString());
        state.ApplyComputed(computed.RootElement.Clone(), path =>
        {
            var all = world.Customers.Select(other => Value.Number(Value.At(other.Computed, path.Segments))).OfType<double>().ToList();
            var own = Value.Number(Value.At(customer.Computed, path.Segments))!.Value;
            return new ScoreRank(all.Count(score => score > own), all.Count(score => score < own), all.Count);
        });
        return state;
    }

    private static Customer Someone(int place, Random random)
    {
        var names = Definitions.SelectMany(Tree.All).OfType<EventName>().Select(name => name.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        List<Call> calls = [new("identify", At(), $"i{place}", Values: Traits(random)) { Context = Context(random) }, new("identify", At(), $"j{place}", Values: Traits(random))];
        if (place % 3 < 2)
        {
            calls.Add(Group(Companies[place % 3]) with { MessageId = $"g{place}", Time = At() });
        }

        // Some are still to come when the states are written.
        for (var call = 0; call < CallsEach; call++)
        {
            var name = names[random.Next(names.Count)];
            var properties = new JsonObject(Properties.Where(_ => random.Next(3) > 0).Select(property => KeyValuePair.Create(property.Key, JsonNode.Parse(property.Value[random.Next(property.Value.Length)]))));
            calls.Add(name switch
            {
                "Page Viewed" => new("page", At(), $"c{place}-{call}", null, properties),
                "Screen Viewed" => new("screen", At(), $"c{place}-{call}", null, properties),
                _ => new("track", At(), $"c{place}-{call}", name, properties),
            });
        }

        calls = [.. calls.Select(call => call with { Values = JsonNode.Parse(call.Values!.ToJsonString())!.AsObject() })];
        return new Customer(Guid.Parse($"00000000-0000-0000-8000-0000000000{place + 16:x2}"), calls)
        {
            Computed = Scores(random.Next(100) / 100.0, random.Next(1000)),
            MembershipChanges = [("kept", At(), true), ("kept", At(), false), ("kept", At(), true), ("told", At(), true)],
            Consents = [("email", At(), true), ("email", At(), random.Next(2) == 0)],
        };

        long At() => Times.Of(Start) + (random.NextInt64(64L * 24 * 60) * 60_000_000);
    }

    private static JsonObject Scores(double churn, int value) =>
        JsonNode.Parse(new JsonObject { ["score"] = new JsonObject { ["churn"] = churn, ["value"] = value } }.ToJsonString())!.AsObject();

    private static JsonObject Traits(Random random) => new()
    {
        ["plan"] = Pick(random, "free", "pro", "team"),
        ["country"] = Pick(random, "DE", "US", "FR"),
        ["role"] = Pick(random, "freelancer", "student"),
        ["age_band"] = Pick(random, "25-34", "45-54"),
        ["email"] = Pick(random, "anna.lee1@example.com", "b@school.edu"),
        ["title"] = Pick(random, "Lead", "Intern"),
        ["language"] = Pick(random, "de-AT", "en"),
        ["trial_ends_at"] = Pick(random, "2026-03-05T09:00:00Z", "2026-03-01T00:00:00Z"),
        ["tags"] = new JsonArray("beta", Pick(random, "vip", "old")),
        ["birthday"] = Pick(random, "1990-03-07", "1984-02-29", "2001-12-24"),
        ["created_at"] = Pick(random, "2026-01-20T10:00:00Z", "2025-05-01"),
        ["trial"] = random.Next(2) == 0,
        ["seats"] = random.Next(30),
        ["phone"] = random.Next(2) == 0 ? null : "1",
    };

    private static string Pick(Random random, params string[] values) => values[random.Next(values.Length)];

    private static JsonObject Context(Random random) => new()
    {
        ["device"] = new JsonObject { ["type"] = random.Next(2) == 0 ? "mobile" : "desktop" },
        ["os"] = new JsonObject { ["name"] = random.Next(2) == 0 ? "macOS" : "iOS" },
        ["browser"] = new JsonObject { ["name"] = random.Next(2) == 0 ? "Safari" : "Opera" },
        ["app"] = new JsonObject { ["version"] = random.Next(2) == 0 ? "4.21.0-beta" : "4.9" },
    };
}
