using Tessera.Server.Segments.Rules;

namespace Tessera.Server.Tests.Segments.Rules;

public sealed class ProfileRangeTests
{
    [Fact]
    public void Parts_OfOne_IsEverybody() => ProfileRange.Parts(1).ShouldBe([new ProfileRange(null, null)]);

    [Fact]
    public void Parts_FollowOneAnother_WithoutEnds()
    {
        var parts = ProfileRange.Parts(4).ToList();
        parts[0].From.ShouldBeNull();
        parts[^1].Before.ShouldBeNull();
        parts.Skip(1).Select(part => part.From).ShouldBe(parts.SkipLast(1).Select(part => part.Before));
        parts[1].From.ShouldBe(Guid.Parse("00000000-0000-0000-9000-000000000000"));
        parts[3].From.ShouldBe(Guid.Parse("00000000-0000-0000-b000-000000000000"));
    }

    [Fact]
    public void After_LeavesOutWhatComesBefore()
    {
        var part = ProfileRange.Parts(4).ElementAt(1);
        part.After(Guid.Empty).ShouldBe(part);
        part.After(Guid.Parse("ffffffff-ffff-ffff-8000-000000000001")).ShouldBe(part);
        var inside = Guid.Parse("00000000-0000-0000-9000-000000000001");
        part.After(inside).ShouldBe(part with { From = inside });
        part.After(Guid.Parse("00000000-0000-0000-a000-000000000001")).ShouldBeNull();
        new ProfileRange(null, null).After(inside).ShouldBe(new ProfileRange(inside, null));
    }
}
