using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Privacy.Engine;
using Tessera.Server.Segments.Contracts;
using Tessera.Server.Segments.Live;
using Tessera.Server.Tests.Segments.Rules;
using Tessera.Testing;

namespace Tessera.Server.Tests.Privacy;

/// <summary>Whoever is about to put an erased person into the engine again is waited for: an evaluation of segments, and who records its changes.</summary>
[Collection(SharedServer.Name)]
public sealed class ErasureTurnTests(ServerFixture server)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AWhile = TimeSpan.FromSeconds(2);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Erase_WhileMembershipIsFoundOrRecorded_DeletesAfterwards_AndNothingComesBack(bool isEvaluating)
    {
        using var workspace = await RuleWorkspace.OpenAsync(server, RuleWorkspace.Track("ada", "Looked", "2024-01-01"), RuleWorkspace.Track("bob", "Looked", "2024-01-01"));
        var ada = ProfileId.For(workspace.Key, new Identifier(IdentifierKinds.UserId, "ada")).Value;
        var (begun, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        async Task<bool> HoldAsync()
        {
            begun.SetResult();
            await go.Task;
            await workspace.Source.Engine.InsertAsync("segment_changes", [new Row(workspace.Key.Value, "lookers", ada, DateTimeOffset.UnixEpoch, true)]);
            return false;
        }

        var holding = isEvaluating
            ? server.Services.GetRequiredService<IMembershipTurns>().BetweenEvaluationsAsync(HoldAsync, CancellationToken.None)
            : server.Services.GetRequiredService<MembershipJournal>().WriteAsync(HoldAsync, _ => Task.CompletedTask, CancellationToken.None);
        await begun.Task;
        var erasure = (await workspace.AskAsync(HttpMethod.Delete, $"/api/profiles/{ada}", expected: HttpStatusCode.Accepted)).GetProperty("id").GetGuid();
        await Eventually.UntilAsync(async () => await StepAsync("log") == "done", "it has begun", Patience);

        var deleted = Eventually.UntilAsync(async () => await StepAsync("stateFile") == "done", "they are deleted", Patience);
        (await Task.WhenAny(deleted, Task.Delay(AWhile))).ShouldNotBe(deleted, "what is recorded afterwards would stay");
        go.SetResult();
        await Task.WhenAll(holding, deleted);

        foreach (var table in await server.Services.GetRequiredService<EngineErasure>().TablesAsync(CancellationToken.None))
        {
            var left = await workspace.Source.Engine.SingleAsync<long>(new Statement(
                $"SELECT toInt64(count()) FROM {{table:Identifier}} WHERE {(table.HasProfile ? "profile_id" : "node_id")} = {{ada:UUID}}").With("table", table.Name).With("ada", ada));
            left.ShouldBe(0, table.Name);
        }

        async Task<string?> StepAsync(string step) => (await workspace.GetAsync($"/api/erasures/{erasure}")).GetProperty(step).GetString();
    }

    private sealed record Row(string Workspace, string Segment, Guid ProfileId, DateTimeOffset Time, bool Entered);
}
