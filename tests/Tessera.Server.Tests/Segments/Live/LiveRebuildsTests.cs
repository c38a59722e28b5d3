using System.Text;
using Tessera.Domain;
using Tessera.Server.Identity.Contracts;
using Tessera.Server.Ingestion.Contracts;
using Tessera.Server.Ingestion.Sources;
using Tessera.Server.Ingestion.Tracking;
using Tessera.Server.Segments.Live;
using Tessera.Server.Segments.Live.Storage;
using Tessera.Testing;

namespace Tessera.Server.Tests.Segments.Live;

/// <summary>What waits is counted, so that it can be bounded, and lets go of what it was read with.</summary>
public sealed class LiveRebuildsTests
{
    private static readonly WorkspaceKey Workspace = new("default");
    private readonly LiveRebuilds rebuilds = new();

    [Fact]
    public void WaitingBytes_OfCallsThatWait_AreGoneWithThem()
    {
        var (ada, bob) = (Add("ada"), Add("bob"));
        var bytes = Record();
        rebuilds.Keep(ada, Incoming("ada", bytes));
        rebuilds.Keep(ada, Incoming("ada", bytes));
        rebuilds.Keep(bob, Incoming("bob", bytes));
        rebuilds.WaitingBytes.ShouldBe(3 * bytes.Length);
        rebuilds.Remove(ada);
        rebuilds.Remove(ada);
        rebuilds.WaitingBytes.ShouldBe(bytes.Length);
        rebuilds.Clear();
        rebuilds.WaitingBytes.ShouldBe(0);
    }

    [Fact]
    public void Keep_OfACall_CopiesIt()
    {
        var ada = Add("ada");
        var bytes = Record();
        rebuilds.Keep(ada, Incoming("ada", bytes));
        Array.Clear(bytes);
        ada.Calls().Single().Call.UserId.ShouldBe("ada");
    }

    [Fact]
    public void Take_OfSomebodyWhoIsBeingDecidedAbout_TakesTheOthers()
    {
        var (ada, bob) = (Add("ada"), Add("bob"));
        rebuilds.Take(round: 1, limit: 10, profile => profile == ada.Row.Profile).ShouldBe([bob]);
        rebuilds.Take(round: 1, limit: 10, _ => false).ShouldBe([ada]);
    }

    private static IdentityNode Node(string user) => IdentityNode.Of(Workspace, new Identifier(IdentifierKinds.UserId, user));

    private static LiveIncoming Incoming(string user, byte[] bytes) =>
        new(new TrackingRecord(bytes), new CallIdentity(Node(user), []), new LogPlace(0, 1), bytes);

    private LiveRebuild Add(string user) => rebuilds.Add(new RebuildRow(Workspace, Node(user).Id, History: true, "event"), since: 1);

    private static byte[] Record()
    {
        var body = Encoding.UTF8.GetBytes("""{ "type": "track", "userId": "ada", "event": "Bought" }""");
        var clock = new ManualTimeProvider();
        ParsedBody.TryParse(body, CallType.Track, out var parsed, out _).ShouldBeTrue();
        using var batch = new LogBatch();
        new RecordWriter(clock).Write(batch, new Source(Workspace, "shop"), body, parsed, clock.GetUtcNow());
        return batch.Records.Single().Bytes.ToArray();
    }
}
