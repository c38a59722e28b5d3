using System.Text.RegularExpressions;
using Tessera.Testing;

namespace Tessera.Cli.Tests;

/// <summary>Every command that the documentation shows is one that the program takes.</summary>
public sealed class DocumentedCommandsTests
{
    public static TheoryData<string, string> Commands()
    {
        var commands = new TheoryData<string, string>();
        foreach (var page in Pages())
        {
            // A command at the start of a line, perhaps after variables, up to a comment: `./tessera demo   # everything`.
            foreach (Match line in Regex.Matches(File.ReadAllText(page), @"^(?:\w+=\S+ )*\./tessera (?<arguments>[^#\r\n]+)", RegexOptions.Multiline))
            {
                commands.Add(Path.GetRelativePath(RepositoryRoot.Path, page), line.Groups["arguments"].Value.Trim());
            }
        }

        return commands;
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void DocumentedCommand_IsTaken(string page, string arguments)
    {
        var parsed = CommandLine.Root(ProgramEnvironment.OfThisProcess()).Parse(ShellWords.Of(arguments));
        parsed.Errors.Select(error => $"{page}: ./tessera {arguments}: {error.Message}").ShouldBeEmpty();
    }

    [Fact]
    public void Documentation_ShowsCommands() => Commands().Count.ShouldBeGreaterThan(10);

    private static IEnumerable<string> Pages() =>
        Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "docs"), "*.md", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(RepositoryRoot.Path, "*.md"));
}
