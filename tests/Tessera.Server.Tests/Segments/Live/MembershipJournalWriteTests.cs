using Microsoft.Extensions.DependencyInjection;
using Tessera.Server.Segments.Live;
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
}
