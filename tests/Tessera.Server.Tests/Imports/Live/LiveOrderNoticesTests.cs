using System.Threading.Channels;
using Microsoft.Extensions.Logging.Abstractions;
using Tessera.Domain;
using Tessera.Server.Imports.Contracts;
using Tessera.Server.Imports.Live;
using Tessera.Testing;

namespace Tessera.Server.Tests.Imports.Live;

public sealed class LiveOrderNoticesTests
{
    private static readonly WorkspaceKey Workspace = new("shop");

    [Fact]
    public async Task Add_SeveralTimes_IsToldAtOnceAndThenTogetherAfterAPause()
    {
        var time = new ManualTimeProvider();
        var observer = new Observer();
        using var notices = new LiveOrderNotices();
        using var telling = new LiveOrderTelling(notices, [observer], time, NullLogger<LiveOrderTelling>.Instance);
        await telling.StartAsync(default);

        notices.Add(Workspace, 3);
        (await observer.Told.Reader.ReadAsync()).OrderLines.ShouldBe(3);
        notices.Add(Workspace, 4);
        notices.Add(Workspace, 5);
        notices.Add(new WorkspaceKey("other"), 1);
        observer.Told.Reader.TryRead(out _).ShouldBeFalse();

        await time.AdvanceToNextTimerAsync(TimeSpan.FromMinutes(1), CancellationToken.None);
        var both = new[] { await observer.Told.Reader.ReadAsync(), await observer.Told.Reader.ReadAsync() };
        both.Single(change => change.Workspace == Workspace).OrderLines.ShouldBe(9);
        both.Single(change => change.Workspace != Workspace).OrderLines.ShouldBe(1);
        await telling.StopAsync(default);
    }

    [Fact]
    public async Task Observer_ThatFails_KeepsNobodyElseFromKnowing()
    {
        var observer = new Observer();
        using var notices = new LiveOrderNotices();
        using var telling = new LiveOrderTelling(notices, [new FailingObserver(), observer], new ManualTimeProvider(), NullLogger<LiveOrderTelling>.Instance);
        await telling.StartAsync(default);
        notices.Add(Workspace, 1);
        (await observer.Told.Reader.ReadAsync()).OrderLines.ShouldBe(1);
        await telling.StopAsync(default);
    }

    private sealed class Observer : IOrdersObserver
    {
        public Channel<OrdersChanged> Told { get; } = Channel.CreateUnbounded<OrdersChanged>();

        public Task OrdersChangedAsync(OrdersChanged change, CancellationToken cancellationToken) => Told.Writer.WriteAsync(change, cancellationToken).AsTask();
    }

    private sealed class FailingObserver : IOrdersObserver
    {
        public Task OrdersChangedAsync(OrdersChanged change, CancellationToken cancellationToken) => throw new InvalidOperationException("no");
    }
}
