using Tessera.Domain;
using Tessera.Segments;
using Tessera.Segments.Live;
using Tessera.Server.Segments.Live;
using Tessera.Server.Segments.Live.Storage;
using Tessera.Server.Segments.Rfm.Naming;
using Tessera.Server.Segments.Rules;
using Tessera.Testing;

namespace Tessera.Server.Tests.Segments.Live;

/// <summary>While customers are gone through for segments that have changed, those that have not changed follow each call of everybody.</summary>
public sealed class LiveBookTests : IDisposable
{
    private static readonly WorkspaceKey Key = new("default");
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    // In the engine's order.
    private static readonly Guid Ada = Guid.Parse("00000000-0000-0000-1000-000000000000");
    private static readonly Guid Bob = Guid.Parse("00000000-0000-0000-2000-000000000000");
    private static readonly Guid Eve = Guid.Parse("00000000-0000-0000-3000-000000000000");

    private static readonly LivePlan Before = Plan(1, ("buyers", "did \"Bought\""), ("visitors", "did \"Seen\""));
    private static readonly LivePlan After = Plan(2, ("buyers", "did \"Bought\""), ("visitors", "did \"Visited\""), ("readers", "did \"Read\""));

    private readonly TemporaryDirectory folder = new();
    private readonly LiveFile file;
    private readonly LiveRebuilds rebuilds = new();
    private readonly LiveBook book;
    private long rounds = 1;

    public LiveBookTests()
    {
        file = new LiveFile(folder.Combine("live.db"));
        file.Begin("log", "state", [0]);
        book = new LiveBook(file, rebuilds);
        Open(book, Before);
        Pass(null);
    }

    private LiveWorkspace Live => book.Find(Key)!;

    public void Dispose()
    {
        file.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Open_OfOtherSegments_LeavesCustomersInMemoryWithThoseThatHaveNotChanged()
    {
        var ada = Load(Ada)!;
        Open(book, After);
        Load(Ada).ShouldBe(ada);
        Told(ada).ShouldBe(["buyers"]);
        rebuilds.IsEmpty.ShouldBeTrue("nothing is to be waited for");
    }

    [Fact]
    public void Load_OfACustomerInTheFile_ReadsTheSegmentsOfBefore()
    {
        Load(Ada);
        Write();
        Live.Forget(Ada);
        Open(book, After);
        var ada = Load(Ada)!;
        ada.Plan.ShouldBe(Before);
        Told(ada).ShouldBe(["buyers"]);
    }

    [Fact]
    public void Load_OfSomebodyNew_TellsOnlyWhatHasNotChanged_UntilTheyAreCompared()
    {
        Open(book, After);
        var ada = Load(Ada)!;
        ada.Plan.ShouldBe(After);
        Told(ada).ShouldBe(["buyers"]);
        Pass(Bob);
        rebuilds.Find(Key, Ada).ShouldNotBeNull("the engine did perhaps not know them yet when it was asked who is there");
        Told(Live.Keep(new ProfileState(After.Segments, Ada))).ShouldBe(["buyers", "readers", "visitors"]);
    }

    [Fact]
    public void Load_OfSomebodyNew_WhereAllWereGoneThrough_TellsEverything()
    {
        Open(book, After);
        Pass(Bob);
        Told(Load(Ada)!).ShouldBe(["buyers", "readers", "visitors"]);
        Told(Load(Eve)!).ShouldBe(["buyers"]);
        Pass(null);
        Told(Load(Ada)!).ShouldBe(["buyers", "readers", "visitors"]);
        rebuilds.Find(Key, Ada).ShouldBeNull();
        rebuilds.Find(Key, Eve).ShouldNotBeNull();
    }

    [Fact]
    public void Load_OfSomebodyNewWhoWasWritten_HasThemCompared()
    {
        Open(book, After);
        Load(Ada);
        Write();
        file.Find(Key, Ada)!.Plan.ShouldBe(LivePlan.ToBeCompared);
        Live.Forget(Ada);
        Load(Ada).ShouldBeNull();
        rebuilds.Find(Key, Ada)!.FromHistory.ShouldBeFalse("their state is good");
    }

    [Fact]
    public void Open_OfSegmentsThatWereOthersMeanwhile_TellsOnlyWhatHasBeenTheSame()
    {
        var ada = Load(Ada)!;
        Open(book, After);
        Open(book, Before);
        Told(ada).ShouldBe(["buyers"], "who belongs to visitors was recorded by others meanwhile");
        Live.IsCurrent(Ada).ShouldBeFalse();
        Pass(null);
        Told(Load(Bob)!).ShouldBe(["buyers", "visitors"]);
    }

    [Fact]
    public void Open_AfterARestart_GoesThroughEverybodyAgain_AndPutsStatesOfOtherSegmentsTogether()
    {
        Load(Ada);
        Open(book, After);
        Pass(Bob);
        Write();

        var again = new LiveBook(file, rebuilds);
        Open(again, After);
        again.Find(Key)!.Pass.After.ShouldBe(Guid.Empty);
        again.Load(new LiveRound(++rounds), again.Find(Key)!, Ada).ShouldBeNull();
        again.Load(new LiveRound(++rounds), again.Find(Key)!, Eve).ShouldBeNull("they may be in the engine");
        rebuilds.Find(Key, Eve)!.FromHistory.ShouldBeTrue();
    }

    [Fact]
    public void Advance_ToHistory_TakesNobodyForNew()
    {
        var round = new LiveRound(++rounds);
        var ada = Load(Ada)!;
        book.Begin(round, Live);
        Load(Bob).ShouldBeNull("an import may have brought them");
        Told(ada).ShouldBe(["buyers", "visitors"]);
    }

    [Fact]
    public void Rebuild_OfSomebodyWhoseCallsAreOnlyInMemory_WritesThemAsOfTheRoundBefore()
    {
        Load(Ada);
        var round = new LiveRound(++rounds);
        book.Rebuild(round, Live, Ada, history: false, "time");
        Commit(round);
        file.Find(Key, Ada)!.Round.ShouldBe(round.Number - 1, "a call that is taken later in this round waits, and the state does not have it");
    }

    [Fact]
    public void Commit_OfSomebodyWhoIsAskedForAgain_HasThemWait()
    {
        var entry = Ask(Ada);
        var round = new LiveRound(++rounds);
        round.Rebuilt.Add(entry);
        rebuilds.Remove(entry);
        book.Rebuild(round, Live, Ada, history: true, "merge");
        Commit(round);
        file.Rebuilds().Single().Profile.ShouldBe(Ada);
    }

    [Fact]
    public void Commit_OfSomebodyWhoIsHeardOfAgainAfterBeingForgotten_KeepsWhatIsNew()
    {
        Load(Ada);
        Write();
        var round = new LiveRound(++rounds);
        book.Remove(round, Key, [Ada]);
        var again = book.Load(round, Live, Ada)!;
        again.State.EvaluatedAt.ShouldBeNull("nothing that was known of them before is read");
        book.Touch(round, again, LiveCause.Time);
        Commit(round);
        file.Find(Key, Ada)!.Round.ShouldBe(round.Number);
    }

    [Fact]
    public void Remove_OfSomebodyWhoWasJustLetGo_KeepsNothing()
    {
        Load(Ada);
        var round = new LiveRound(++rounds);
        book.Rebuild(round, Live, Ada, history: false, "time");
        book.Remove(round, Key, [Ada]);
        Commit(round);
        file.Find(Key, Ada).ShouldBeNull();
    }

    [Fact]
    public void Rebuild_OfSomebodyWhoseCallChangedWhatIsNotToldYet_KnowsTheCall()
    {
        Open(book, After);
        var ada = Load(Ada)!;
        ada.Untold = new Dictionary<string, string>(StringComparer.Ordinal) { ["readers"] = "call-1" };
        var round = new LiveRound(++rounds);
        var entry = book.Rebuild(round, Live, Ada, history: false, "time");
        entry.Untold.ShouldNotBeNull()["readers"].ShouldBe("call-1");
        book.Rebuild(round, Live, Ada, history: true, "merge").Untold.ShouldBe(entry.Untold, "whoever waits already goes on waiting");
    }

    [Fact]
    public void TakeDue_OfSomebodyWhoWasJustForgotten_TakesNobody()
    {
        book.Expect(Load(Ada)!, Now);
        Write();
        var round = new LiveRound(++rounds);
        book.Remove(round, Key, [Ada]);
        book.TakeDue(round, Now.AddSeconds(1), limit: 10).ShouldBe(0);
        Commit(round);
        file.Find(Key, Ada).ShouldBeNull();
    }

    [Fact]
    public void Begin_AnewAtTheSamePlace_IsAnotherPass()
    {
        var round = new LiveRound(++rounds);
        book.Begin(round, Live);
        var before = Live.Pass;
        book.Begin(round, Live);
        Live.Pass.ShouldNotBe(before, "what was read for the one says nothing of the other");
        Live.Pass.ShouldBe(before with { Number = Live.Pass.Number });
    }

    private static LivePlan Plan(long fingerprint, params (string Key, string Definition)[] segments)
    {
        var trees = segments.ToDictionary(segment => segment.Key, segment => Segment.Parse(segment.Definition).Segment!, StringComparer.Ordinal);
        return new LivePlan(
            fingerprint * 1000,
            LiveSegments.Compile(trees, new WorkspaceSegments([], SegmentNamings.Full), TimeZoneInfo.Utc),
            [],
            segments.ToDictionary(segment => segment.Key, segment => segment.Definition.Sum(letter => (long)letter), StringComparer.Ordinal));
    }

    private LiveRebuild Ask(Guid profile)
    {
        var round = new LiveRound(++rounds);
        var entry = book.Rebuild(round, Live, profile, history: true, "merge");
        Commit(round);
        return entry;
    }

    private void Commit(LiveRound round) => file.Write(book.Commit(round, [0], Now, TimeSpan.FromMinutes(1)), null);

    private void Open(LiveBook where, LivePlan plan)
    {
        var round = new LiveRound(++rounds);
        where.Open(round, Key, plan);
        file.Write(where.Commit(round, [0], Now, TimeSpan.FromMinutes(1)), null);
    }

    private void Pass(Guid? after)
    {
        var round = new LiveRound(++rounds);
        book.Advance(round, Live, new PassRow(Live.Plan.Fingerprint, after, History: false));
        Commit(round);
    }

    private LiveCustomer? Load(Guid profile)
    {
        var round = new LiveRound(++rounds);
        var customer = book.Load(round, Live, profile);
        if (customer is not null)
        {
            book.Touch(round, customer, LiveCause.Time);
        }

        return customer;
    }

    private void Write() => file.Write(book.Commit(new LiveRound(++rounds) { IsToBeWrittenWhole = true }, [0], Now, TimeSpan.FromMinutes(1)), null);

    private List<string> Told(LiveCustomer customer) => [.. Live.Plan.Keys.Where(segment => Live.Tells(customer, segment)).Order(StringComparer.Ordinal)];
}
