using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Tessera.Domain;
using Tessera.Server.Segments.Contracts;
using Tessera.Server.Segments.Live;
using Tessera.Server.Segments.Live.Storage;
using Tessera.Server.Segments.Rules;
using Tessera.Server.Tests.Segments.Rules;
using Tessera.Testing;

namespace Tessera.Server.Tests.Segments.Live;

/// <summary>Live membership is compared with what the engine finds; what differs is a defect, and is put right.</summary>
[Collection(SharedServer.Name)]
public sealed class LiveReconcilerTests(ServerFixture server)
{
    [Fact]
    public async Task Difference_ThatIsPlanted_IsCountedAndPutRight()
    {
        using var workspace = await RuleWorkspace.OpenAsync(server, RuleWorkspace.Track("carl", "Looked", "2024-01-01"));
        await workspace.CreateAsync("buyers", "did \"Bought\"");
        await workspace.Source.SendAsync(RuleWorkspace.Track("ada", "Bought", "2024-01-02"), RuleWorkspace.Track("bob", "Looked", "2024-01-02"));
        var before = Differences();
        await PlantAsync(workspace, "ada", entered: false);
        await PlantAsync(workspace, "bob", entered: true);

        // The first comparison may find customers who are only on their way.
        var evaluation = server.Services.GetRequiredService<RuleEvaluation>();
        for (var comparison = 0; comparison < 2; comparison++)
        {
            await workspace.Source.SettleAsync();
            await evaluation.EvaluateAsync(workspace.Key, CancellationToken.None);
        }

        await Eventually.UntilAsync(() => Task.FromResult(Differences() == before + 2), "both were counted", TimeSpan.FromSeconds(20));
        await Eventually.UntilAsync(
            async () => string.Join(' ', await workspace.Source.QueryAsync(
                "SELECT concat(toString(entered), ' ', cause) FROM segment_changes WHERE workspace = {workspace:String} AND cause = 'repair' ORDER BY entered")) == "false repair true repair",
            "both were put right",
            TimeSpan.FromSeconds(20));
        (await workspace.GetAsync("/api/segments/buyers/members")).GetProperty("items").EnumerateArray().Single()
            .GetProperty("profileId").GetGuid().ShouldBe(IdOf(workspace, "ada"));
    }

    [Fact]
    public async Task Comparison_WithSomebodyWaitingElsewhere_TakesPlace()
    {
        using var workspace = await RuleWorkspace.OpenAsync(server, RuleWorkspace.Track("ada", "Bought", "2024-01-02"));
        await workspace.CreateAsync("buyers", "did \"Bought\"");
        await workspace.Source.SettleAsync();
        var rebuilds = server.Services.GetRequiredService<LiveRebuilds>();
        var waiting = rebuilds.Add(new RebuildRow(new WorkspaceKey("busy"), Guid.CreateVersion7(DateTimeOffset.UnixEpoch), History: true, "event"), since: long.MaxValue);
        try
        {
            var before = Compared();
            await workspace.EvaluateAsync();
            Compared().ShouldNotBe(before);
        }
        finally
        {
            rebuilds.Remove(waiting);
        }

        await workspace.Source.SettleAsync();
    }

    private DateTimeOffset? Compared() => server.Services.GetRequiredService<ILiveFigures>().Read().Differences?.LastCheckedAt;

    private static Guid IdOf(RuleWorkspace workspace, string user) => ProfileId.For(workspace.Key, new Identifier(IdentifierKinds.UserId, user)).Value;

    private static async Task PlantAsync(RuleWorkspace workspace, string user, bool entered) => await workspace.Source.Engine.InsertAsync(
        "segment_changes",
        [new PlantedRow(workspace.Key.Value, "buyers", IdOf(workspace, user), TimeProvider.System.GetUtcNow(), entered, DateTimeOffset.Parse("2024-01-01T00:00:00Z", CultureInfo.InvariantCulture), "time")]);

    private long Differences() => server.Services.GetRequiredService<ILiveFigures>().Read().Differences?.Total ?? 0;

    private sealed record PlantedRow(string Workspace, string Segment, Guid ProfileId, DateTimeOffset Time, bool Entered, DateTimeOffset RecordedAt, string Cause);
}
