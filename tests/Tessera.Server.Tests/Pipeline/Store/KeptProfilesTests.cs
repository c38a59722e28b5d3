using Tessera.Server.Pipeline.Store;

namespace Tessera.Server.Tests.Pipeline.Store;

public sealed class KeptProfilesTests
{
    private static readonly DateTimeOffset Day = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Keep_MoreThanFits_ForgetsWhatWasNotUsed_AndNothingThatWaits()
    {
        var kept = new KeptProfiles(partitions: 2, mostBytes: 100_000);
        kept.KeepWaiting(1, "shop", Row(1));
        kept.Keep(Row(2));
        kept.Keep(Row(3));
        for (var number = 4; number < 2000; number++)
        {
            kept.Keep(Row(number));
            kept.Find(Id(2)).ShouldBe(Row(2), "it is asked for again and again");
        }

        kept.Find(Id(3)).ShouldBeNull();
        kept.Find(Id(1)).ShouldBe(Row(1));
        kept.Waiting(1).ShouldBe([("shop", Row(1))]);
        Enumerable.Range(1, 1999).Count(number => kept.Find(Id(number)) is not null).ShouldBeInRange(100, 400);
    }

    [Fact]
    public void LastSeen_OfWhatWaits_IsKnownUntilItIsWritten()
    {
        var kept = new KeptProfiles(partitions: 2, mostBytes: 100_000);
        kept.Keep(Row(1));
        kept.LastSeen(Id(1)).ShouldBeNull();
        kept.KeepWaiting(0, "shop", Row(1) with { LastSeen = Day.AddDays(3) });
        kept.KeepWaiting(1, "shop", Row(1) with { LastSeen = Day.AddDays(4) });
        kept.LastSeen(Id(1)).ShouldBe(Day.AddDays(4));
        kept.WaitingOf(0).ShouldBe(1);
        kept.Waiting(0).Single().Row.LastSeen.ShouldBe(Day.AddDays(4), "whichever partition is written first writes all that is known");

        kept.Written([Id(1)]);
        kept.LastSeen(Id(1)).ShouldBeNull();
        kept.WaitingOf(1).ShouldBe(0);
        kept.Find(Id(1))!.LastSeen.ShouldBe(Day.AddDays(4));
    }

    [Fact]
    public void Forget_WhatWaits_WritesNothingOfItAnyMore()
    {
        var kept = new KeptProfiles(partitions: 1, mostBytes: 100_000);
        kept.KeepWaiting(0, "shop", Row(1));
        kept.KeepWaiting(0, "shop", Row(2));
        kept.Forget([Id(1)]);
        kept.Find(Id(1)).ShouldBeNull();
        kept.LastSeen(Id(1)).ShouldBeNull();
        kept.Waiting(0).ShouldBe([("shop", Row(2))]);

        kept.Keep(Row(3));
        kept.ForgetAll();
        kept.Find(Id(3)).ShouldBeNull();
        kept.Find(Id(2)).ShouldBe(Row(2));
    }

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    private static ProfileRow Row(int number) => new(Id(number), "user_id", $"user-{number}", "", "", "", "{}", Day, Day, Version: 1);
}
