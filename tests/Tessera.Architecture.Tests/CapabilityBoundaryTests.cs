using System.Text.RegularExpressions;

namespace Tessera.Architecture.Tests;

/// <summary>One capability of the server knows another only through its <c>Contracts/</c>; <c>Hosting/</c> composes them.</summary>
public sealed class CapabilityBoundaryTests
{
    private const string ServerFolder = "src/Tessera.Server";

    [Fact]
    public void Capability_NamesAnotherOnlyThroughItsContracts()
    {
        var capabilities = Capabilities();
        var trespasses =
            from source in Repository.Sources(ServerFolder)
            let owner = OwnerOf(source.Path)
            where capabilities.Contains(owner)
            from Match reference in Regex.Matches(source.Text, @"\bTessera\.Server\.(?<capability>[A-Z]\w*)(?<rest>(\.\w+)*)")
            let other = reference.Groups["capability"].Value
            where other != owner && capabilities.Contains(other)
            where !reference.Groups["rest"].Value.StartsWith(".Contracts", StringComparison.Ordinal)
            select $"{source.Path}: {reference.Value}";

        trespasses.ShouldBeEmpty();
    }

    [Fact]
    public void Capability_EveryFile_DeclaresTheNamespaceOfItsFolder()
    {
        // The boundary rule reads namespaces, so a file that claimed another's would slip through it.
        var strangers =
            from source in Repository.Sources(ServerFolder)
            let declared = Regex.Match(source.Text, @"^namespace (?<name>[\w.]+);", RegexOptions.Multiline).Groups["name"].Value
            let folder = Path.GetDirectoryName(source.Path)!.Replace('\\', '/')["src/".Length..].Replace('/', '.')
            where declared.Length > 0 && declared != folder
            select $"{source.Path} declares {declared}";

        strangers.ShouldBeEmpty();
    }

    [Fact]
    public void Contracts_NameNoOtherPartOfTheirCapability()
    {
        var leaks =
            from source in Repository.Sources(ServerFolder)
            where source.Path.Contains("/Contracts/", StringComparison.Ordinal)
            let owner = OwnerOf(source.Path)
            from Match reference in Regex.Matches(source.Text, @"^using Tessera\.Server\.(?<name>[\w.]+);", RegexOptions.Multiline)
            let name = reference.Groups["name"].Value
            where name.StartsWith(owner + ".", StringComparison.Ordinal) && !name.StartsWith(owner + ".Contracts", StringComparison.Ordinal)
            select $"{source.Path}: {reference.Value}";

        leaks.ShouldBeEmpty();
    }

    private static HashSet<string> Capabilities() =>
        Directory.EnumerateDirectories(Path.Combine(Repository.Root, ServerFolder))
            .Select(folder => Path.GetFileName(folder)!)
            .Where(name => name is not ("Hosting" or "bin" or "obj"))
            .ToHashSet(StringComparer.Ordinal);

    private static string OwnerOf(string path) => path[(ServerFolder.Length + 1)..].Split('/')[0];
}
