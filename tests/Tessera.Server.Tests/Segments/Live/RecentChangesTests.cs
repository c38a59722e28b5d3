using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Segments.Live;
using Tessera.Server.Segments.Live.Storage;
using Tessera.Server.Tests.Pipeline;

namespace Tessera.Server.Tests.Segments.Live;

/// <summary>Whoever reads changes on from a place misses none and sees none twice, wherever they are read from.</summary>
[Collection(SharedServer.Name)]
public sealed class RecentChangesTests(ServerFixture server)
{
    private static readonly WorkspaceKey Workspace = new("shop");
    private static readonly DateTimeOffset Start = new(2024, 5, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Order_OfIds_IsThatOfTheEngine()
    {
        using var source = await TrackingClient.CreateAsync(server);
        var random = new Random(7);
        var bytes = new byte[16];
        List<Guid> ids = [Guid.Empty, Guid.AllBitsSet];
        for (var number = 0; number < 500; number++)
        {
            random.NextBytes(bytes);
            ids.Add(new Guid(bytes));
        }

        var sorted = await source.Engine.ListAsync<Guid>(new Statement("SELECT arrayJoin({ids:Array(UUID)}) AS id ORDER BY id").With("ids", ids));
        ids.Order(EngineOrder.Instance).ShouldBe(sorted);
    }

    [Fact]
    public void After_APlaceInTheMiddleOfAnInstant_GivesTheRestInOrder()
    {
        var recent = Recent();
        recent.Add([.. Enumerable.Range(0, 50).Select(number => Change(number, Start))]);
        var all = recent.After(Workspace, string.Empty, new ChangePlace(Start, string.Empty, Guid.Empty), 100)!;
        all.Count.ShouldBe(50);
        for (var read = 0; read < all.Count; read++)
        {
            recent.After(Workspace, string.Empty, all[read].Place, 100)!.ShouldBe(all.Skip(read + 1));
        }
    }

    [Fact]
    public void After_WithASegmentAndALimit_GivesTheFirstOfThatSegment()
    {
        var recent = Recent();
        recent.Add([Change(1, Start, "a"), Change(1, Start, "b")]);
        recent.Add([Change(2, Start.AddSeconds(1), "a"), Change(3, Start.AddSeconds(1), "a")]);
        recent.After(Workspace, "a", Before, 2)!.Select(change => change.ProfileId).ShouldBe([Id(1), Id(2)]);
        recent.After(new WorkspaceKey("other"), "a", Before, 2)!.ShouldBeEmpty();
    }

    [Fact]
    public void After_WithALimitBetweenTwoAtOnePlace_GivesBoth()
    {
        var recent = Recent();
        recent.Add([Change(1, Start, "a"), Change(1, Start, "a") with { Entered = false }]);
        recent.Add([Change(2, Start.AddSeconds(1), "a")]);
        recent.After(Workspace, "a", Before, 1)!.Select(change => (change.ProfileId, change.Entered)).ShouldBe([(Id(1), true), (Id(1), false)]);
    }

    [Fact]
    public void After_APlaceBeforeWhatIsKept_IsForTheEngine()
    {
        var recent = new RecentChanges();
        recent.After(Workspace, string.Empty, Before, 10).ShouldBeNull("nothing is known of before");
        recent.Add([Change(1, Start)]);
        recent.StartAfter(Start);
        recent.After(Workspace, string.Empty, new ChangePlace(Start, "z", Id(1)), 10).ShouldBeNull();
        recent.After(Workspace, string.Empty, new ChangePlace(Start.AddTicks(10), string.Empty, Guid.Empty), 10)!.ShouldBeEmpty();
    }

    [Fact]
    public void Flushed_SomeOfThem_LeavesTheOthersPending()
    {
        var recent = Recent();
        recent.Add([Change(1, Start)]);
        recent.Add([Change(2, Start.AddSeconds(1))]);
        recent.Flushed(1);
        recent.Pending.Select(change => change.ProfileId).ShouldBe([Id(2)]);
        recent.After(Workspace, string.Empty, Before, 10)!.Count.ShouldBe(2, "what is in the engine is still here");
    }

    [Fact]
    public void Flushed_MoreThanIsKept_ForgetsTheOldestAndSaysSo()
    {
        var recent = Recent();
        for (var second = 0; second < 1001; second++)
        {
            recent.Add([.. Enumerable.Range(0, 100).Select(number => Change(number, Start.AddSeconds(second)))]);
        }

        recent.Flushed(100_100);
        recent.After(Workspace, string.Empty, Before, 10).ShouldBeNull();
        var place = new ChangePlace(Start.AddSeconds(600), string.Empty, Guid.Empty);
        recent.After(Workspace, string.Empty, place, int.MaxValue)!.Count.ShouldBe(401 * 100);
        recent.Pending.ShouldBeEmpty();
    }

    private static ChangePlace Before => new(Start.AddSeconds(-1), string.Empty, Guid.Empty);

    private static RecentChanges Recent()
    {
        var recent = new RecentChanges();
        recent.StartAfter(Start.AddSeconds(-2));
        return recent;
    }

    private static Guid Id(int number) => ProfileId.For(Workspace, new Identifier("user_id", $"u{number}")).Value;

    private static ChangeRow Change(int number, DateTimeOffset recordedAt, string segment = "buyers") =>
        new(Workspace.Value, segment, Id(number), recordedAt, Entered: true, recordedAt, "event", "m");
}
