using Tessera.Domain;
using Tessera.Server.Insights;

namespace Tessera.Server.Tests.Insights;

public sealed class KeptOverviewsTests
{
    private static readonly OverviewQuestion Question = new(WorkspaceKey.Default, "EUR", "UTC", null, null, "month");
    private static readonly DataState State = new(1, 0, 1);

    [Fact]
    public void TryGet_SameQuestionAndState_GivesWhatWasKept()
    {
        using var kept = new KeptOverviews();
        var overview = OverviewReader.Empty("EUR", 7);
        kept.Keep(Question, State, overview);

        kept.TryGet(Question with { }, State with { }, out var found).ShouldBeTrue();
        found.ShouldBeSameAs(overview);
    }

    [Fact]
    public void TryGet_AnotherQuestionOrState_GivesNothing()
    {
        using var kept = new KeptOverviews();
        kept.Keep(Question, State, OverviewReader.Empty("EUR", 7));

        kept.TryGet(Question with { Currency = "CHF" }, State, out _).ShouldBeFalse();
        kept.TryGet(Question with { From = new DateOnly(2024, 1, 1) }, State, out _).ShouldBeFalse();
        kept.TryGet(Question with { Interval = "day" }, State, out _).ShouldBeFalse();
        kept.TryGet(Question, State with { Blocks = 2 }, out _).ShouldBeFalse();
        kept.TryGet(Question, State with { Mutations = 2 }, out _).ShouldBeFalse();
        kept.TryGet(Question, State with { TotalsVersion = 2 }, out _).ShouldBeFalse();
    }
}
