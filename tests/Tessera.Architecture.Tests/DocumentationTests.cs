using System.Text.RegularExpressions;

namespace Tessera.Architecture.Tests;

/// <summary>Documentation that points somewhere points somewhere that exists.</summary>
public sealed class DocumentationTests
{
    [Fact]
    public void RelativeLink_LeadsToAFile()
    {
        var broken =
            from page in Pages()
            from Match link in Regex.Matches(WithoutCode(page.Text), @"\]\((?<target>[^)\s#]+)(#[^)]*)?\)")
            let target = link.Groups["target"].Value
            where !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.Ordinal)
            let path = Path.Combine(Repository.Root, Path.GetDirectoryName(page.Path)!, target)
            where !File.Exists(path) && !Directory.Exists(path)
            select $"{page.Path} -> {target}";

        broken.ShouldBeEmpty();
    }

    [Fact]
    public void Decision_IsListedInTheIndex()
    {
        var index = File.ReadAllText(Path.Combine(Repository.Root, "docs/decisions/README.md"));
        var unlisted =
            from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs/decisions"), "0*.md")
            let name = Path.GetFileName(file)
            where !index.Contains($"({name})", StringComparison.Ordinal)
            select name;

        unlisted.ShouldBeEmpty();
    }

    [Fact]
    public void Decision_SaysWhenItDoesNotApply()
    {
        var open =
            from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs/decisions"), "0*.md")
            where !File.ReadAllText(file).Contains("## When this does not apply", StringComparison.Ordinal)
            select Path.GetFileName(file);

        open.ShouldBeEmpty();
    }

    [Fact]
    public void Page_IsReachableFromTheTableOfContents()
    {
        var contents = File.ReadAllText(Path.Combine(Repository.Root, "docs/README.md"));
        var lost =
            from page in Repository.Sources("docs", "*.md")
            where page.Path != "docs/README.md" && !page.Path.StartsWith("docs/decisions/0", StringComparison.Ordinal)
            where !contents.Contains($"({page.Path["docs/".Length..]})", StringComparison.Ordinal)
            select page.Path;

        lost.ShouldBeEmpty();
    }

    private static IEnumerable<(string Path, string Text)> Pages() =>
        Repository.Sources("docs", "*.md")
            .Concat(Repository.Sources("src", "*.md"))
            .Concat(Directory.EnumerateFiles(Repository.Root, "*.md").Select(file => (Path.GetFileName(file), File.ReadAllText(file))));

    private static string WithoutCode(string text) => Regex.Replace(text, "```.*?```", string.Empty, RegexOptions.Singleline);
}
