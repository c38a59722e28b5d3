using Tessera.Domain;
using Tessera.Server.Segments.Live;

namespace Tessera.Server.Tests.Segments.Live;

/// <summary>What is asked of the one who follows the calls is done, whoever that is by then.</summary>
public sealed class LiveRequestsTests
{
    private static readonly WorkspaceKey Workspace = new("shop");
    private readonly LiveRequests requests = new();

    [Fact]
    public async Task Ask_ThatIsPutBack_IsTakenAgainBeforeAllElse_AndCompletesOnlyThen()
    {
        var asked = requests.AskAsync(new ForgetAsked(Workspace, [Guid.Empty]));
        requests.TryTake(out var taken).ShouldBeTrue();
        requests.Tell(new PassAsked(Workspace));
        requests.PutBack();
        asked.IsCompleted.ShouldBeFalse();
        requests.TryTake(out var again).ShouldBeTrue();
        again.ShouldBeSameAs(taken);
        requests.Complete();
        await asked;
        requests.IsEmpty.ShouldBeFalse("the other one waits still");
    }

    [Fact]
    public void PutBack_RingsForWhoeverComesAfter()
    {
        requests.Tell(new PassAsked(Workspace));
        requests.Silence();
        requests.TryTake(out _).ShouldBeTrue();
        requests.AskedAsync.IsCompleted.ShouldBeFalse();
        requests.PutBack();
        requests.AskedAsync.IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public void IsEmpty_WhileSomethingIsTaken_IsFalse()
    {
        requests.Tell(new PassAsked(Workspace));
        requests.TryTake(out _).ShouldBeTrue();
        (requests.IsEmpty, requests.HasTaken).ShouldBe((false, true));
        requests.Complete();
        (requests.IsEmpty, requests.HasTaken).ShouldBe((true, false));
    }
}
