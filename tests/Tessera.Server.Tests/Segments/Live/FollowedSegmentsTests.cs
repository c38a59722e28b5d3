using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Tessera.Segments;
using Tessera.Server.Segments.Live;
using Tessera.Server.Tests.Segments.Rules;
using Tessera.Testing;

namespace Tessera.Server.Tests.Segments.Live;

/// <summary>Which definitions follow each call is what the documentation says.</summary>
[Collection(SharedServer.Name)]
public sealed partial class FollowedSegmentsTests(ServerFixture server)
{
    private const string WithEachCall = "with each call";
    private const string ForEverybody = "for everybody";

    [Fact]
    public async Task Plan_FollowsWhatTheDocumentationLists()
    {
        var rows = Row().Matches(await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Path, "docs", "how-to", "write-segments.md")))
            .Select(row => (Definition: row.Groups["definition"].Value, Kept: row.Groups["kept"].Value))
            .ToList();
        using var workspace = await RuleWorkspace.OpenAsync(server, RuleWorkspace.Track("u1", "Login", "2024-03-01"));
        var segments = rows.Select((row, index) => (Key: string.Create(CultureInfo.InvariantCulture, $"row-{index}"), row.Definition)).Prepend((Key: "followed", Definition: "did \"Login\""));
        foreach (var (key, definition) in segments)
        {
            await workspace.AskAsync(HttpMethod.Post, "/api/segments", new { key, name = key, definition }, System.Net.HttpStatusCode.Created);
        }

        await workspace.EvaluateAsync();
        var plan = await server.Services.GetRequiredService<LivePlans>().RefreshAsync(workspace.Key, CancellationToken.None);

        rows.Index().Select(row => (row.Item.Definition, plan.Keys.Contains(string.Create(CultureInfo.InvariantCulture, $"row-{row.Index}")) ? WithEachCall : ForEverybody))
            .ShouldBe(rows.Select(row => (row.Definition, row.Kept == "as that segment is" ? WithEachCall : row.Kept)));

        // Every kind of condition is in the list.
        var listed = rows.Select(row => Segment.Parse(row.Definition).Segment.ShouldNotBeNull(row.Definition).Definition.GetType()).ToHashSet();
        Type[] joining = [typeof(All), typeof(Any), typeof(Not), typeof(AtLeastOf), typeof(PropertyCondition)];
        typeof(Expression).Assembly.GetExportedTypes()
            .Where(type => !type.IsAbstract && typeof(Expression).IsAssignableFrom(type) && !joining.Contains(type) && !listed.Contains(type))
            .ShouldBeEmpty();
    }

    [GeneratedRegex(@"^\| `(?<definition>[^`]+)` \| (?<kept>with each call|for everybody|as that segment is) \|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Row();
}
