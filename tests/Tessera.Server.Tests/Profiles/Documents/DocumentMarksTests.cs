using Tessera.Domain;
using Tessera.Server.Profiles.Documents;

namespace Tessera.Server.Tests.Profiles.Documents;

/// <summary>No document is trusted of which something changed since it was begun.</summary>
public sealed class DocumentMarksTests
{
    private static readonly WorkspaceKey Shop = new("shop");
    private readonly DocumentMarks marks = new(most: 10);
    private readonly Random random = new(1);

    [Fact]
    public void End_NothingChangedMeanwhile_IsCurrent()
    {
        var (one, generation) = (NewProfile(), marks.PassOf(Shop).Generation);
        marks.Change(Shop, [one]);
        marks.IsCurrent(Shop, one, generation).ShouldBeFalse();
        marks.Begin([one]);
        marks.Unchanged().ShouldBe([one]);
        marks.End(pass: null);
        marks.IsCurrent(Shop, one, generation).ShouldBeTrue();
    }

    [Fact]
    public void End_ChangedWhileBuilt_IsNotCurrentAndBuiltAgain()
    {
        var (one, two, generation) = (NewProfile(), NewProfile(), marks.PassOf(Shop).Generation);
        marks.Change(Shop, [one, two]);
        marks.Begin([one, two]);
        marks.Change(Shop, [one]);
        marks.Unchanged().ShouldBe([two]);
        marks.End(pass: null);
        marks.IsCurrent(Shop, one, generation).ShouldBeFalse();
        marks.IsCurrent(Shop, two, generation).ShouldBeTrue();
        marks.Next(5)!.Value.Profiles.ShouldBe([one]);
    }

    [Fact]
    public void End_WorkspaceBegunAgainWhileBuilt_KeepsThePassAtItsBeginning()
    {
        var pass = marks.PassOf(Shop);
        marks.Begin([NewProfile()]);
        marks.ChangeAll(Shop);
        marks.End(pass with { After = NewProfile(), IsDone = true });
        marks.PassOf(Shop).ShouldBe(new DocumentPass("shop", pass.Generation + 1, Guid.Empty, IsDone: false));
    }

    [Fact]
    public void Change_MoreThanAreNoted_VoidsTheWorkspaceAlone()
    {
        var (other, kept) = (new WorkspaceKey("other"), NewProfile());
        var (generation, others) = (marks.PassOf(Shop).Generation, marks.PassOf(other).Generation);
        marks.Change(Shop, Enumerable.Range(0, 11).Select(_ => NewProfile()));
        marks.IsCurrent(Shop, kept, generation).ShouldBeFalse();
        marks.IsCurrent(other, kept, others).ShouldBeTrue();
        marks.Next(5).ShouldBeNull();
    }

    [Fact]
    public void Hold_UntilLetGo_IsNeitherTrustedNorBuilt()
    {
        var (one, generation) = (NewProfile(), marks.PassOf(Shop).Generation);
        marks.Begin([one]);
        marks.Hold([one]);
        marks.Unchanged().ShouldBeEmpty();
        marks.Change(Shop, [one]);
        marks.Next(5).ShouldBeNull();
        marks.IsCurrent(Shop, one, generation).ShouldBeFalse();
        marks.Untrusted.ShouldBe([one]);
        marks.LetGo([one]);
        marks.IsCurrent(Shop, one, generation).ShouldBeTrue();
    }

    [Fact]
    public void Next_ManyChanged_AreInTheEnginesOrderAndOfOneWorkspace()
    {
        var profiles = Enumerable.Range(0, 8).Select(_ => NewProfile()).ToList();
        marks.Change(Shop, profiles);
        var first = marks.Next(5)!.Value.Profiles;
        var second = marks.Next(5)!.Value.Profiles;
        first.Concat(second).ShouldBe(profiles.OrderBy(DocumentMarks.PlaceOf));
        marks.Change(new WorkspaceKey("other"), [NewProfile()]);
        List<int> counts = [];
        while (counts.Sum() < 9 && marks.Next(20) is { } next)
        {
            counts.Add(next.Profiles.Count);
            marks.Begin(next.Profiles);
            marks.End(pass: null);
        }

        counts.Sum().ShouldBe(9);
        marks.Next(5).ShouldBeNull();
    }

    private Guid NewProfile()
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
