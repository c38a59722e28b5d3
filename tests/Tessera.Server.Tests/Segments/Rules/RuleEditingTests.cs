using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Tessera.Server.Segments.Live;
using Tessera.Server.Segments.Rules;
using Tessera.Testing;

namespace Tessera.Server.Tests.Segments.Rules;

/// <summary>Segments that are changed and deleted by several at once, and while they are being evaluated.</summary>
[Collection(SharedServer.Name)]
public sealed class RuleEditingTests(ServerFixture server) : IAsyncLifetime, IDisposable
{
    private RuleWorkspace workspace = null!;

    public async Task InitializeAsync() => workspace = await RuleWorkspace.OpenAsync(server, RuleWorkspace.Track("ada", "Looked", "2024-01-01"));

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task Store_CheckedBeforeBothEdits_RefusesTheOneThatClosesACircle()
    {
        await CreateAsync("a", "did \"Looked\"");
        await CreateAsync("b", "did \"Looked\"");
        await CreateAsync("c", "in segment \"b\"");
        var store = server.Services.GetRequiredService<RuleStore>();

        (await store.ChangeAsync(workspace.Key, "b", 1, new RuleText("b", "", "in segment \"a\""), "x", CancellationToken.None)).IsDone.ShouldBeTrue();
        var refused = await store.ChangeAsync(workspace.Key, "a", 1, new RuleText("a", "", "in segment \"c\""), "x", CancellationToken.None);

        (refused.IsDone, string.Join(' ', refused.Circle)).ShouldBe((false, "a c b a"));
        (await store.FindAsync(workspace.Key, "a", CancellationToken.None))!.Version.ShouldBe(1);
        var deleted = await store.RemoveAsync(workspace.Key, "a", CancellationToken.None);
        (deleted.IsDone, deleted.Key, string.Join(' ', deleted.Dependants)).ShouldBe((false, "a", "b"));
    }

    [Fact]
    public async Task Edits_AtTheSameTime_NeverCloseACircle()
    {
        for (var round = 0; round < 6; round++)
        {
            var (one, other) = ($"one-{round}", $"other-{round}");
            await CreateAsync(one, "did \"Looked\"");
            await CreateAsync(other, "did \"Looked\"");
            var codes = await Task.WhenAll(PutAsync(one, $"in segment \"{other}\""), PutAsync(other, $"in segment \"{one}\""));
            codes.Count(code => code == HttpStatusCode.OK).ShouldBe(1);
        }

        await workspace.EvaluateAsync();
        (await workspace.GetAsync("/api/segments?kind=rule")).GetProperty("items").EnumerateArray().ShouldAllBe(segment => segment.GetProperty("state").GetString() == "ready");
    }

    [Fact]
    public async Task DeletingAndReferring_AtTheSameTime_NeverLeavesAReferenceToNothing()
    {
        for (var round = 0; round < 6; round++)
        {
            var (used, using_) = ($"used-{round}", $"using-{round}");
            await CreateAsync(used, "did \"Looked\"");
            await CreateAsync(using_, "did \"Looked\"");
            await Task.WhenAll(PutAsync(using_, $"in segment \"{used}\""), workspace.Http.DeleteAsync(new Uri($"/api/segments/{used}", UriKind.Relative)));
            using var answer = await workspace.Http.GetAsync(new Uri($"/api/segments/{used}", UriKind.Relative));
            var definition = (await workspace.GetAsync($"/api/segments/{using_}")).GetProperty("definition").GetString()!;
            (answer.StatusCode == HttpStatusCode.OK).ShouldBe(definition.Contains("in segment", StringComparison.Ordinal), "either it is deleted or it is referred to");
        }

        var store = server.Services.GetRequiredService<RuleStore>();
        var refused = await store.AddAsync(workspace.Key, "late", new RuleText("late", "", "in segment \"gone\""), "x", library: null, CancellationToken.None);
        (refused.IsDone, refused.Key, refused.Dependants.Count).ShouldBe((false, "gone", 0));
    }

    [Fact]
    public async Task Delete_WhileMembersAreBeingRecorded_IsAnsweredAtOnce_AndNothingComesBack()
    {
        await workspace.CreateAsync("lookers", "did \"Looked\"");
        await workspace.Source.SendAsync(RuleWorkspace.Track("bob", "Looked", "2024-01-01"));
        var journal = server.Services.GetRequiredService<MembershipJournal>();
        var (begun, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        var recording = journal.WriteAsync(
            () => Task.FromResult(true),
            async _ =>
            {
                begun.SetResult();
                await go.Task;
            },
            CancellationToken.None);
        await begun.Task;
        var evaluating = workspace.EvaluateAsync();

        await workspace.AskAsync(HttpMethod.Delete, "/api/segments/lookers", expected: HttpStatusCode.NoContent);
        await workspace.AskAsync(HttpMethod.Get, "/api/segments/lookers", expected: HttpStatusCode.NotFound);
        go.SetResult();
        await Task.WhenAll(recording, evaluating);

        await Eventually.UntilAsync(async () => await KeptAsync("lookers") == "0", "who looked is forgotten", TimeSpan.FromSeconds(10));
        await workspace.CreateAsync("lookers", "did \"Nothing\"");
        (await KeptAsync("lookers")).ShouldBe("0");
    }

    [Theory]
    [InlineData("parse")]
    [InlineData("preview")]
    public async Task Definition_ThatWouldCloseACircle_IsRefusedWithItsPath_WhileItIsTyped(string question)
    {
        await CreateAsync("a", "did \"Looked\"");
        await CreateAsync("b", "in segment \"a\"");
        const string Definition = "did \"Looked\" and in segment \"b\"";

        await workspace.PostAsync($"/api/segments/{question}", new { definition = Definition });
        var problem = await workspace.AskAsync(HttpMethod.Post, $"/api/segments/{question}", new { definition = Definition, key = "a" }, HttpStatusCode.BadRequest);
        var error = problem.GetProperty("errors").EnumerateArray().ShouldHaveSingleItem();
        error.GetProperty("code").GetString().ShouldBe("cycle");
        error.GetProperty("message").GetString().ShouldBe("Segments cannot refer to one another in a circle: a → b → a.");
        (error.GetProperty("line").GetInt32(), error.GetProperty("column").GetInt32()).ShouldBe((1, 29));
    }

    [Fact]
    public async Task Plan_ThatWouldDeleteWhatAFileRefersTo_SaysSo()
    {
        await CreateAsync("a", "did \"Looked\"");
        var plan = await workspace.PostAsync("/api/segments/plan", new { prune = true, files = new[] { new { path = "b.segment", text = "# name: B\nin segment \"a\"" } } });
        var problem = plan.GetProperty("problems").EnumerateArray().ShouldHaveSingleItem();
        (problem.GetProperty("path").GetString(), problem.GetProperty("code").GetString()).ShouldBe(("b.segment", "unknown-segment"));
    }

    private async Task<string> KeptAsync(string key) => (await workspace.Source.Engine.ListAsync<string>(
        new ClickHouse.Statement("SELECT toString(count()) FROM segment_changes WHERE workspace = {workspace:String} AND segment = {segment:String}")
            .With("workspace", workspace.Key.Value).With("segment", key))).Single();

    private Task<JsonElement> CreateAsync(string key, string definition) =>
        workspace.AskAsync(HttpMethod.Post, "/api/segments", new { key, name = key, definition }, HttpStatusCode.Created);

    private async Task<HttpStatusCode> PutAsync(string key, string definition)
    {
        using var answer = await workspace.Http.PutAsJsonAsync($"/api/segments/{key}", new { definition });
        return answer.StatusCode;
    }
}
