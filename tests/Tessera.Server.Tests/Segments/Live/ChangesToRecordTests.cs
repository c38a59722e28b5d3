using Tessera.Server.Segments.Live;

namespace Tessera.Server.Tests.Segments.Live;

public sealed class ChangesToRecordTests
{
    [Theory]
    [InlineData(false, false, false)]
    [InlineData(false, false, true)]
    [InlineData(false, true, false)]
    [InlineData(false, true, true)]
    [InlineData(true, false, false)]
    [InlineData(true, false, true)]
    [InlineData(true, true, false)]
    [InlineData(true, true, true)]
    public void Of_AnyOfTheEight_TakesTurnsUnderOneIdAndEndsAtWhatIs(bool isMember, bool wasMember, bool wasNoted)
    {
        var turns = ChangesToRecord.Of(isMember, wasMember, wasNoted);
        var (noted, member) = (wasNoted, wasMember);
        foreach (var entered in turns)
        {
            entered.ShouldBe(!noted, "nobody enters twice, or leaves who is not in it");
            (noted, member) = (entered, entered);
        }

        noted.ShouldBe(isMember, "under the own id");
        member.ShouldBe(isMember, "over all identifiers");
        turns.Count.ShouldBeLessThanOrEqualTo(2);
    }
}
