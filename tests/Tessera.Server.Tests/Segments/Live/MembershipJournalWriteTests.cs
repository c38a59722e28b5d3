using Microsoft.Extensions.DependencyInjection;
using Tessera.Server.Segments.Live;
using Tessera.Server.Segments.Live.Storage;
using Tessera.Server.Tests.Segments.Rules;
using Tessera.Testing;

namespace Tessera.Server.Tests.Segments.Live;

/// <summary>While one records in the engine, calls go on to change membership; whoever reads is shown that when both are whole.</summary>
[Collection(SharedServer.Name)]
public sealed class MembershipJournalWriteTests(ServerFixture server)
{
    [Fact]
    public async Task Write_ThatTakesItsTime_HoldsBackReadersAndNobodyElse()
    {
        using var workspace = await RuleWorkspace.OpenAsync(server, RuleWorkspace.Track("carl", "Looked", "2024-01-01"));
        await workspace.CreateAsync("buyers", "did \"Bought\"");
        await workspace.Source.SettleAsync();
        var journal = server.Services.GetRequiredService<MembershipJournal>();
        var progress = server.Services.GetRequiredService<LiveProgress>();
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var whole = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var writing = journal.WriteAsync(
            () => Task.FromResult(true),
            async _ =>
            {
                begun.SetResult();
                await whole.Task;
            },
            CancellationToken.None);
        await begun.Task;
        Task sending;
        ChangePlace end;
        try
        {
            var before = Enumerable.Range(0, 4).Sum(progress.Position);
            sending = workspace.Source.SendAsync(RuleWorkspace.Track("ada", "Bought", "2024-01-02"));
            await Eventually.UntilAsync(() => Task.FromResult(Enumerable.Range(0, 4).Sum(progress.Position) > before), "the call is taken into account", TimeSpan.FromSeconds(20));
            end = await journal.EndAsync(CancellationToken.None);
            (await journal.ReadAsync(workspace.Key, "buyers", ChangePlace.Start, limit: 10, CancellationToken.None)).ShouldBeEmpty();
        }
        finally
        {
            whole.SetResult();
        }

        await writing;
        await sending;
        (await journal.ReadAsync(workspace.Key, "buyers", ChangePlace.Start, limit: 10, CancellationToken.None)).Single().Entered.ShouldBeTrue();
        (await journal.ReadAsync(workspace.Key, "buyers", end, limit: 10, CancellationToken.None)).Count.ShouldBe(1, "the end was before what was held back");
    }

    [Fact]
    public async Task Write_OfWhatWasFoundWhileOthersPublished_LeavesNobodyOut()
    {
        using var workspace = await RuleWorkspace.OpenAsync(server, RuleWorkspace.Track("carl", "Looked", "2024-01-01"));
        await workspace.CreateAsync("buyers", "did \"Bought\"");
        await workspace.Source.SettleAsync();
        var journal = server.Services.GetRequiredService<MembershipJournal>();
        var progress = server.Services.GetRequiredService<LiveProgress>();
        var other = Guid.CreateVersion7();
        await journal.WriteAsync(
            async () =>
            {
                var before = Enumerable.Range(0, 4).Sum(progress.Position);
                await workspace.Source.PostAsync(new System.Text.Json.Nodes.JsonObject { ["batch"] = new System.Text.Json.Nodes.JsonArray(RuleWorkspace.Track("ada", "Bought", "2024-01-02")) });
                await Eventually.UntilAsync(() => Task.FromResult(Enumerable.Range(0, 4).Sum(progress.Position) > before), "the call is taken into account", TimeSpan.FromSeconds(20));
                return true;
            },
            recordedAt => workspace.Source.Engine.InsertAsync(
                "segment_changes",
                [new ChangeRow(workspace.Key.Value, "buyers", other, recordedAt, Entered: true, recordedAt, "time", string.Empty)],
                options: null,
                CancellationToken.None),
            CancellationToken.None);
        var read = await journal.ReadAsync(workspace.Key, "buyers", ChangePlace.Start, limit: 10, CancellationToken.None);
        read.Count.ShouldBe(2, "who was published first, and who was recorded after");
        read[1].ProfileId.ShouldBe(other);
    }
}
