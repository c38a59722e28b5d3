using System.Text.Json;
using Tessera.Segments.Live;
using Tessera.Segments.Live.Storage;
using Tessera.Segments.Tests.Reference;
using Tessera.Segments.Tests.Sql;
using Tessera.Testing;

namespace Tessera.Segments.Tests.Live;

/// <summary>States as bytes: every version ever written is read, and damaged ones are refused with a clear exception.</summary>
public sealed class StoredStateTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, "tests", "Tessera.Segments.Tests", "Live", "States");

    // What the stored states were written for. Never change these.
    private static readonly Dictionary<string, string> Definitions = new(StringComparer.Ordinal)
    {
        ["keen"] = "did \"Export\" at least 3 times in the last 14 days",
        ["buyer"] = "sum of revenue of \"Order\" > 100 and plan is \"pro\"",
        ["quick"] = "did \"Start\" then \"Order\" within 1 day with the same cart",
        ["mostly svg"] = "most frequent format of \"Export\" is \"svg\"",
        ["new buyer"] = "entered segment \"buyer\" in the last 7 days",
        ["renews"] = "trial_ends_at is within the next 3 days",
        ["loud"] = "last of format of \"Export\" is \"pdf\" or consents to \"email\"",
        ["median"] = "median of revenue of \"Order\" in the last 30 days >= 49.4",
    };

    [Fact]
    public void Read_OfEveryVersionEverWritten_GoesOn()
    {
        var plan = Plan(Definitions);
        Accept(plan);
        var layout = StateLayout.Parse(File.ReadAllText(Path.Combine(Folder, "v1.layout.txt")).TrimEnd('\n'));
        var bytes = Convert.FromHexString(File.ReadAllText(Path.Combine(Folder, "v1.state.txt")).Trim());

        var state = ProfileState.Read(bytes, plan, id => id == layout.Id ? layout : null);

        state.NeedsBackfill.ShouldBeFalse();
        state.Memberships.ShouldBe(["keen", "buyer", "quick", "new buyer", "loud", "median"], ignoreOrder: true);
        state.Evaluate(Start.AddDays(8)).Changes.Select(change => $"{change.Segment} {change.Entered}").ShouldBe(["new buyer False", "renews True"], ignoreOrder: true);
        state.Evaluate(Start.AddDays(60)).Changes.Select(change => $"{change.Segment} {change.Entered}").ShouldBe(["keen False", "renews False", "median False"], ignoreOrder: true);
    }

    [Fact]
    public void Write_OfAStateRead_GivesTheSameBytes()
    {
        var plan = Plan(Definitions);
        var bytes = State(plan).Write();

        ProfileState.Read(bytes, plan, _ => null).Write().ShouldBe(bytes);
    }

    [Fact]
    public void Read_OfDamagedBytes_SaysSo()
    {
        var plan = Plan(Definitions);
        var bytes = State(plan).Write();
        var random = new Random(4);
        for (var round = 0; round < 20_000; round++)
        {
            byte[] damaged = [.. bytes.AsSpan(0, random.Next(8) == 0 ? random.Next(bytes.Length) : bytes.Length)];
            for (var count = random.Next(1, 4); count > 0 && damaged.Length > 0; count--)
            {
                damaged[random.Next(damaged.Length)] ^= (byte)random.Next(1, 256);
            }

            Should.Throw<SegmentStateException>(() => ProfileState.Read(damaged, plan, _ => null));
        }
    }

    [Fact]
    public void Read_OfNonsenseWithARightChecksum_SaysSoOrHasAnAnswer()
    {
        var plan = Plan(Definitions);
        var bytes = State(plan).Write();
        var random = new Random(5);
        var read = 0;
        for (var round = 0; round < 20_000; round++)
        {
            byte[] damaged = [.. bytes];
            for (var count = random.Next(1, 6); count > 0; count--)
            {
                damaged[random.Next(StateWriter.HeaderLength, bytes.Length - StateWriter.ChecksumLength)] = (byte)random.Next(256);
            }

            BitConverter.TryWriteBytes(damaged.AsSpan(^StateWriter.ChecksumLength), StateWriter.Checksum(damaged.AsSpan(0, damaged.Length - StateWriter.ChecksumLength)));
            try
            {
                ProfileState.Read(damaged, plan, _ => null).Write();
                read++;
            }
            catch (SegmentStateException)
            {
                // Refused, as it should be when it is noticed.
            }
        }

        read.ShouldBeInRange(1_000, 19_000);
    }

    [Fact]
    public void Read_OfAnUnknownLayout_NamesIt()
    {
        var plan = Plan(Definitions);
        var other = Plan(new Dictionary<string, string>(StringComparer.Ordinal) { ["a"] = "did \"Other\"" });

        Should.Throw<SegmentStateException>(() => ProfileState.Read(State(plan).Write(), other, _ => null)).Message.ShouldContain($"{plan.Layout.Id:x16}");
    }

    [Fact]
    public void MoveTo_OtherDefinitions_KeepsWhatBothNeed()
    {
        var state = State(Plan(Definitions));
        var fewer = Plan(new Dictionary<string, string>(StringComparer.Ordinal) { ["keen"] = "did \"Export\" at least 2 times in the last 7 days" });
        var more = Plan(new Dictionary<string, string>(StringComparer.Ordinal) { ["keen"] = "did \"Export\" at least 4 times in the last 7 days" });

        ProfileState.Read(state.Write(), more, _ => state.Plan.Layout).NeedsBackfill.ShouldBeTrue();
        var moved = state.MoveTo(fewer);

        moved.NeedsBackfill.ShouldBeFalse();
        moved.Evaluate(Start.AddDays(5)).Changes.ShouldBeEmpty();
        moved.Memberships.ShouldBe(["keen"]);
    }

    [Fact]
    public void Parse_OfSomethingElse_Throws() => Should.Throw<FormatException>(() => StateLayout.Parse("tessera state layout 9\n3"));

    private static void Accept(LiveSegments plan)
    {
        if (Environment.GetEnvironmentVariable("TESSERA_ACCEPT") == "1" && !File.Exists(Path.Combine(Folder, "v1.state.txt")))
        {
            File.WriteAllText(Path.Combine(Folder, "v1.layout.txt"), plan.Layout.Text + "\n");
            File.WriteAllText(Path.Combine(Folder, "v1.state.txt"), Convert.ToHexStringLower(State(plan).Write()) + "\n");
        }
    }

    private static LiveSegments Plan(Dictionary<string, string> definitions) => LiveSegments.Compile(
        definitions.ToDictionary(entry => entry.Key, entry => Segment.Parse(entry.Value).Segment!, StringComparer.Ordinal), new WorldSegments(new World([])), TimeZoneInfo.Utc);

    private static ProfileState State(LiveSegments plan)
    {
        var state = new ProfileState(plan, Guid.Parse("00000000-0000-0000-0000-000000000007"));
        Call(CallType.Identify, 0, "i1", null, """{"plan": "pro", "trial_ends_at": "2026-03-10T09:00:00Z"}""");
        Call(CallType.Track, 1, "e1", "Export", """{"format": "pdf"}""");
        Call(CallType.Track, 2, "e2", "Export", """{"format": "svg"}""");
        Call(CallType.Track, 3, "b0a5d1f2-8a55-4a53-9f0c-6f1d2c3b4a59", "Export", """{"format": "pdf"}""");
        Call(CallType.Track, 4, "s1", "Start", """{"cart": "c1"}""");
        Call(CallType.Track, 5, "o1", "Order", """{"cart": "c1", "revenue": 99.5}""");
        Call(CallType.Track, 6, "o2", "Order", """{"cart": "ü", "revenue": "0.1"}""");
        Call(CallType.Track, 7, "o3", "Order", """{"revenue": 49.4000001}""");
        Call(CallType.Track, 24 * 365, "f1", "Export", """{"format": "png"}""");
        state.Apply(new ConsentChange("email", Start, Given: true));
        state.Evaluate(Start.AddHours(12));
        return state;

        void Call(CallType type, int hours, string id, string? name, string values) =>
            state.Apply(new LiveCall(type, Start.AddHours(hours), id, name, JsonDocument.Parse(values).RootElement));
    }
}
