using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Tessera.Architecture.Tests;

/// <summary>A warning is mended. Where that would be wrong, it is muted as near as possible, and the reason stands beside it.</summary>
public sealed class SuppressionTests
{
    private static readonly string[] CodeFolders = ["src", "tests", "bench"];

    [Fact]
    public void Build_MutesMissingDocumentationOnly()
    {
        var muted =
            from file in BuildFiles()
            from element in XDocument.Load(file).Descendants("NoWarn")
            where !Regex.IsMatch(element.Value, @"^(\$\(NoWarn\);)?CS1591$")
            select $"{Name(file)}: {element.Value}";

        muted.ShouldBeEmpty("a suppression is local and carries its reason");
    }

    [Fact]
    public void Build_MutesNothingWithoutItsReason()
    {
        string[] muting = ["NoWarn", "WarningsNotAsErrors", "NuGetAudit", "NuGetAuditSuppress", "RunAnalyzers"];
        var silent =
            from file in BuildFiles()
            from element in XDocument.Load(file).Descendants()
            where muting.Contains(element.Name.LocalName, StringComparer.Ordinal) || (element.Name.LocalName == "TreatWarningsAsErrors" && element.Value != "true")
            where !element.NodesBeforeSelf().Any(node => node is XComment)
            select $"{Name(file)}: {element}";

        silent.ShouldBeEmpty();
    }

    [Fact]
    public void EditorConfig_LowersNoSeverityWithoutItsReason()
    {
        var silent = File.ReadLines(Path.Combine(Repository.Root, ".editorconfig"))
            .Where(line => Regex.IsMatch(line, @"severity\s*=\s*(none|silent|suggestion)"))
            .Where(line => !Regex.IsMatch(line, "#.{10,}"));

        silent.ShouldBeEmpty();
    }

    [Fact]
    public void Severities_StandInOneFile()
    {
        string[] others = ["*.globalconfig", ".globalconfig", "*.ruleset", "GlobalSuppressions.cs", ".editorconfig"];

        others.SelectMany(pattern => CodeFolders.SelectMany(folder => Repository.Sources(folder, pattern))).Select(source => source.Path).ShouldBeEmpty();
    }

    [Fact]
    public void Source_MutesNothingWithoutItsReason()
    {
        var silent =
            from source in CodeFolders.SelectMany(folder => Repository.Sources(folder))
            from Match mute in Regex.Matches(source.Text, @"^\s*#pragma warning disable [^\r\n]*$|\[(?:\w+: ?)?SuppressMessage\([^]]*\]", RegexOptions.Multiline)
            where !Regex.IsMatch(mute.Value, "//.{10,}|Justification = \"[^\"]{10,}\"")
            select $"{source.Path}: {mute.Value.Trim()}";

        silent.ShouldBeEmpty();
    }

    private static IEnumerable<string> BuildFiles() =>
        new[] { "src", "tests", "bench", "eng" }
            .SelectMany(folder => new[] { "*.csproj", "*.props", "*.targets" }
                .SelectMany(pattern => Repository.Sources(folder, pattern).Select(source => Path.Combine(Repository.Root, source.Path))))
            .Concat(Directory.EnumerateFiles(Repository.Root, "Directory.*"));

    private static string Name(string file) => Path.GetRelativePath(Repository.Root, file);
}
