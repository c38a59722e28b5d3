using Microsoft.Extensions.Logging.Abstractions;
using Tessera.Domain;
using Tessera.Segments.Checking;
using Tessera.Server.Segments.Rules.Catalogues;
using Tessera.Testing;

namespace Tessera.Server.Tests.Segments.Rules;

/// <summary>Who waits for what a workspace holds to be learned, and how often it is.</summary>
public sealed class CatalogueReaderTests
{
    private static readonly WorkspaceKey Workspace = new("shop");
    private readonly ManualTimeProvider time = new();
    private readonly List<TaskCompletionSource<TimeSpan>> asked = [];

    [Fact]
    public async Task Learned_AskedByManyAtOnce_IsLearnedOnce()
    {
        var reader = Reader();
        var waiting = Enumerable.Range(0, 20).Select(_ => reader.LearnedAsync(Workspace, CancellationToken.None)).ToList();
        (await AskedAsync(1)).SetResult(TimeSpan.FromSeconds(3));
        var first = await waiting[0];
        foreach (var other in waiting)
        {
            (await other).ShouldBeSameAs(first);
        }

        asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Learned_WhatIsOldAndTakesLong_IsAnsweredWhileItIsLearnedAnew()
    {
        var reader = Reader();
        var waiting = reader.LearnedAsync(Workspace, CancellationToken.None);
        (await AskedAsync(1)).SetResult(TimeSpan.FromSeconds(3));
        var old = await waiting;
        time.Advance(TimeSpan.FromHours(3));

        (await reader.LearnedAsync(Workspace, CancellationToken.None)).ShouldBeSameAs(old);
        (await reader.LearnedAsync(Workspace, CancellationToken.None)).ShouldBeSameAs(old);
        (await AskedAsync(2)).SetResult(TimeSpan.FromSeconds(3));
        await Eventually.UntilAsync(async () => await reader.LearnedAsync(Workspace, CancellationToken.None) != old, "the new one is answered", TimeSpan.FromSeconds(10));
        asked.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Learned_WhatIsOldAndQuicklyLearned_IsLearnedForTheAnswer()
    {
        var reader = Reader();
        var waiting = reader.LearnedAsync(Workspace, CancellationToken.None);
        (await AskedAsync(1)).SetResult(TimeSpan.FromMilliseconds(20));
        var old = await waiting;
        (await reader.LearnedAsync(Workspace, CancellationToken.None)).ShouldBeSameAs(old);
        time.Advance(TimeSpan.FromSeconds(2));

        waiting = reader.LearnedAsync(Workspace, CancellationToken.None);
        (await AskedAsync(2)).SetResult(TimeSpan.FromMilliseconds(20));
        (await waiting).ShouldNotBeSameAs(old);
    }

    [Fact]
    public async Task Renew_WhileItIsBeingLearned_LearnsAgainWhatCameInSince()
    {
        var reader = Reader();
        var waiting = reader.LearnedAsync(Workspace, CancellationToken.None);
        var before = await AskedAsync(1);
        var renewing = reader.RenewAsync(Workspace, CancellationToken.None);
        before.SetResult(TimeSpan.FromSeconds(3));
        var old = await waiting;
        (await AskedAsync(2)).SetResult(TimeSpan.FromSeconds(3));
        await renewing;
        (await reader.LearnedAsync(Workspace, CancellationToken.None)).ShouldNotBeSameAs(old);
    }

    [Fact]
    public async Task Learned_ThatFails_IsToldToWhoWaits_AndTriedAgain()
    {
        var reader = Reader();
        var waiting = reader.LearnedAsync(Workspace, CancellationToken.None);
        (await AskedAsync(1)).SetException(new InvalidOperationException("no engine"));
        (await Should.ThrowAsync<InvalidOperationException>(waiting)).Message.ShouldBe("no engine");
        waiting = reader.LearnedAsync(Workspace, CancellationToken.None);
        (await AskedAsync(2)).SetResult(TimeSpan.Zero);
        (await waiting).Catalogue.Customers.ShouldBe(7);
    }

    private CatalogueReader Reader() => new(
        async (_, _) =>
        {
            var answer = new TaskCompletionSource<TimeSpan>(TaskCreationOptions.RunContinuationsAsynchronously);
            lock (asked)
            {
                asked.Add(answer);
            }

            var took = await answer.Task;
            return new LearnedCatalogue(new Catalogue(7, [], []), new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal), time.GetUtcNow(), took);
        },
        time,
        NullLogger<CatalogueReader>.Instance);

    private async Task<TaskCompletionSource<TimeSpan>> AskedAsync(int count)
    {
        await Eventually.UntilAsync(
            () =>
            {
                lock (asked)
                {
                    return Task.FromResult(asked.Count >= count);
                }
            },
            $"it is learned {count} times",
            TimeSpan.FromSeconds(10));
        return asked[count - 1];
    }
}
