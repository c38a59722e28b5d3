using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Segments.Rules;

namespace Tessera.Server.Tests.Segments.Rules;

/// <summary>Customers are asked about part by part where the engine's memory does not suffice, with the same answers.</summary>
[Collection(SharedServer.Name)]
public sealed class ProfilePartsTests(ServerFixture server)
{
    private const int Customers = 40;

    private static readonly WorkspaceKey Someone = new("someone");

    [Fact]
    public async Task Ask_UntilTheMemorySuffices_DividesFurther_AndAgainFromThereOn()
    {
        var customers = new ProfileParts(NullLogger<ProfileParts>.Instance);
        List<int> asked = [];
        (await customers.AskAsync(Someone, parts => AskAsync(parts, most: 16))).ShouldBe(16);
        (await customers.AskAsync(Someone, parts => AskAsync(parts, most: 1))).ShouldBe(16);
        (await customers.AskAsync(new WorkspaceKey("other"), parts => AskAsync(parts, most: 1))).ShouldBe(1);
        asked.ShouldBe([1, 4, 16, 16, 1]);

        Task<int> AskAsync(IReadOnlyList<ProfileRange> parts, int most)
        {
            asked.Add(parts.Count);
            return parts.Count < most ? throw OutOfMemory() : Task.FromResult(parts.Count);
        }
    }

    [Fact]
    public async Task Ask_OfMoreThanFitsInAnyWay_SaysSo()
    {
        var customers = new ProfileParts(NullLogger<ProfileParts>.Instance);
        List<int> asked = [];
        (await Should.ThrowAsync<ClickHouseException>(() => customers.AskAsync<int>(Someone, parts =>
        {
            asked.Add(parts.Count);
            throw OutOfMemory();
        }))).Code.ShouldBe(241);
        asked.ShouldBe([1, 4, 16, 64, 256]);
    }

    [Fact]
    public async Task Answers_PartByPart_AreThoseOfTheWhole()
    {
        using var workspace = await RuleWorkspace.OpenAsync(
            server,
            [.. Enumerable.Range(0, Customers).Select(user => RuleWorkspace.Track($"u{user.ToString(CultureInfo.InvariantCulture)}", user % 3 == 0 ? "Export" : "Login", "2024-03-01"))]);
        await workspace.CreateAsync("exporters", "did \"Export\"");
        var whole = await AnswersAsync(workspace);

        await server.Services.GetRequiredService<ProfileParts>().AskAsync(workspace.Key, parts => parts.Count == 1 ? throw OutOfMemory() : Task.FromResult(parts.Count));
        await workspace.EvaluateAsync();
        (await AnswersAsync(workspace)).ShouldBe(whole);
        whole[0].ShouldBe("14 of 40, 10 shown, shares 14");
        whole[^1].Split(',').Length.ShouldBe(14);
    }

    private static ClickHouseException OutOfMemory() => new(241, "MEMORY_LIMIT_EXCEEDED", "Query memory limit exceeded.", string.Empty);

    private static async Task<List<string>> AnswersAsync(RuleWorkspace workspace)
    {
        var preview = await workspace.PostAsync("/api/segments/preview", new { definition = "did \"Export\"" });
        List<string> answers =
        [
            string.Create(
                CultureInfo.InvariantCulture,
                $"{preview.GetProperty("count")} of {preview.GetProperty("total")}, {preview.GetProperty("sample").GetArrayLength()} shown, shares {preview.GetProperty("overlaps")[0].GetProperty("count")}"),
            Ids(preview.GetProperty("sample")),
            Ids((await workspace.GetAsync("/api/segments/exporters/members?limit=100")).GetProperty("items")),
        ];
        List<string> pages = [];
        for (var next = string.Empty; next is not null;)
        {
            var page = await workspace.GetAsync($"/api/segments/exporters/members?at=2024-04-01&limit=3&cursor={next}");
            pages.Add(Ids(page.GetProperty("items")));
            next = page.TryGetProperty("next", out var cursor) ? cursor.GetString() : null;
        }

        return [.. answers, string.Join(',', pages)];
    }

    private static string Ids(JsonElement members) => string.Join(',', members.EnumerateArray().Select(member => member.GetProperty("profileId").GetGuid()));
}
