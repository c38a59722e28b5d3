using Microsoft.Extensions.DependencyInjection;
using Tessera.ClickHouse;
using Tessera.Server.Profiles.Contracts;
using Tessera.Server.Segments.Live;
using Tessera.Server.Segments.Live.Storage;
using Tessera.Server.Tests.Pipeline;
using Tessera.Testing;

namespace Tessera.Server.Tests.Segments.Live;

/// <summary>What was recorded is never lost on its way into the engine, and never there twice.</summary>
[Collection(SharedServer.Name)]
public sealed class MembershipJournalTests(ServerFixture server) : IAsyncLifetime, IDisposable
{
    private static readonly DateTimeOffset Recorded = new(2024, 5, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly TemporaryDirectory folder = new();
    private TrackingClient source = null!;

    public async Task InitializeAsync() => source = await TrackingClient.CreateAsync(server);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        source.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Flush_RightAfterARestart_BringsInWhatTheRunBeforeLeft()
    {
        Leave(Change("buyers", entered: true), Change("spenders", entered: true));
        using var file = Open();
        using var journal = new MembershipJournal(source.Engine, file, server.Services.GetRequiredService<IProfileNotices>(), TimeProvider.System);
        await journal.FlushAsync(CancellationToken.None);
        (await StoredAsync()).ShouldBe(["buyers true", "spenders true"]);
    }

    [Fact]
    public async Task Flush_AfterACrashBetweenInsertAndNote_InsertsNothingTwice()
    {
        var (first, second) = (Change("buyers", entered: true), Change("spenders", entered: true));
        await source.Engine.InsertAsync("segment_changes", [first]);
        Leave(first, second);
        using var file = Open();
        using var journal = new MembershipJournal(source.Engine, file, server.Services.GetRequiredService<IProfileNotices>(), TimeProvider.System);
        await journal.FlushAsync(CancellationToken.None);
        (await StoredAsync()).ShouldBe(["buyers true", "spenders true"]);
    }

    private LiveFile Open() => new(folder.Combine("live.db"));

    // What a server that is killed leaves behind: changes that are durable, and not known to be in the engine.
    private void Leave(params ChangeRow[] changes)
    {
        using var file = Open();
        file.Begin("log", "state", [0]);
        file.Write(new LiveCommit(new RoundRow(2, [0], []), Clean: 2) { Changes = changes }, flushed: null);
    }

    private ChangeRow Change(string segment, bool entered) => new(source.Workspace, segment, Guid.Parse("6f1c1c7e-0000-4000-8000-000000000001"), Recorded, entered, Recorded, "event", "m");

    private Task<List<string>> StoredAsync() =>
        source.QueryAsync("SELECT concat(toString(segment), ' ', toString(entered)) FROM segment_changes WHERE workspace = {workspace:String} ORDER BY segment");
}
