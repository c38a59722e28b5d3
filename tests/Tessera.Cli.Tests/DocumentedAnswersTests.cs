using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Tessera.Testing;

namespace Tessera.Cli.Tests;

/// <summary>The commands and calls of the documentation that ask a running server do what the documentation says, run as a reader would.</summary>
/// <remarks>
/// Left to others: <c>demo</c>, <c>serve</c> and <c>test</c> do not end by themselves or are this run (their own tests start them), <c>import</c> and
/// <c>learn</c> name a file of the reader's, and <c>simulate</c> writes for minutes. That all of them are spelled right is held by
/// <see cref="DocumentedCommandsTests"/>.
/// </remarks>
public sealed class DocumentedAnswersTests : IAsyncLifetime
{
    private const string DocumentedAddress = "http://127.0.0.1:8080";
    private static readonly string[] AskingCommands = ["segments", "profiles", "workspaces", "sources"];

    private readonly string root = Directory.CreateTempSubdirectory("tessera-docs-").FullName;
    private RunningServer server = null!;

    public async Task InitializeAsync()
    {
        // The customer of the documentation is the one who buys most, most often and last.
        var lines = Enumerable.Range(0, 200).Select(line =>
            $"i{line},{(line % 10 == 9 ? 12347 : 13000 + (line % 50))},{new DateOnly(2024, 1, 1).AddDays(line).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)},tea,{(line % 10 == 9 ? 90 : 1)},2.50");
        await File.WriteAllLinesAsync(Path.Combine(root, "orders.csv"), lines.Prepend("order_id,customer_id,date,sku,quantity,unit_price"));
        server = await RunningServer.StartAsync(root, "serve", "--port", "0");
        var import = await CliProcess.RunAsync(root, "import", "orders", "orders.csv");
        import.ExitCode.ShouldBe(0, import.Error);

        // The demo's other workspace.
        var workspace = await CliProcess.RunAsync(root, "workspaces", "create", "design-saas", "--name", "Sample design tool");
        workspace.ExitCode.ShouldBe(0, workspace.Error);
    }

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        Directory.Delete(root, recursive: true);
    }

    [Fact]
    public async Task DocumentedCommands_ThatAskTheServer_Answer()
    {
        var run = 0;
        foreach (var (_, arguments) in DocumentedCommandsTests.Commands().Select(row => ((string)row[0], (string)row[1]))
            .Where(command => AskingCommands.Contains(command.Item2.Split(' ')[0], StringComparer.Ordinal)).Distinct())
        {
            var result = await CliProcess.RunAsync(root, ShellWords.Of(arguments));
            result.ExitCode.ShouldBe(0, $"./tessera {arguments}: {result.Error}");
            result.Output.ShouldNotBeEmpty($"./tessera {arguments}");
            run++;
        }

        run.ShouldBeGreaterThan(3);
    }

    [Fact]
    public async Task DocumentedCalls_AreAnswered()
    {
        // The segment that the guide to segments makes, for the guides after it.
        var segment = await CliProcess.RunAsync(root, "segments", "create", "gone-quiet", "rfm.monetary >= 4 and rfm.recency <= 2");
        segment.ExitCode.ShouldBe(0, segment.Error);
        var calls = Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "docs"), "*.md", SearchOption.AllDirectories)
            .SelectMany(page => Regex.Matches(File.ReadAllText(page), @"^curl (?:.*\\\n)*.*$", RegexOptions.Multiline).Select(call => (Page: page, call.Value)))
            .ToList();
        calls.Count.ShouldBeGreaterThan(2);
        foreach (var (page, call) in calls)
        {
            call.ShouldContain(DocumentedAddress);
            var command = call.Replace(DocumentedAddress, server.Address.OriginalString.TrimEnd('/'), StringComparison.Ordinal)
                .Replace("curl ", "curl --silent --show-error --fail ", StringComparison.Ordinal);
            var result = await CliProcess.RunAsync(new ProcessStartInfo("bash", ["-c", command])
            {
                WorkingDirectory = root, UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            });
            result.ExitCode.ShouldBe(0, $"{page}: {call}\n{result.Error}");
            result.Json().ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Object, $"{page}: {call}");
        }
    }
}
