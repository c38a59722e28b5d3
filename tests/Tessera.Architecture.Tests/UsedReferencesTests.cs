using System.Reflection;
using System.Xml.Linq;

namespace Tessera.Architecture.Tests;

/// <summary>
/// What the built assemblies use is what their projects declare: nothing that came by way of another project, which the table of rooms
/// would not see, and nothing that is declared and left unused.
/// </summary>
public sealed class UsedReferencesTests
{
    public static TheoryData<string> Rooms => [.. Repository.Projects("src").Keys];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Project_UsesTheProjectsThatItDeclares(string project) =>
        Used(project).Where(name => name.StartsWith("Tessera.", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .ShouldBe(Repository.References(Repository.Projects("src")[project]));

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Project_UsesThePackagesThatItDeclares(string project)
    {
        // The packages of our projects bear the names of their assemblies.
        var declared = Repository.Projects("src")[project].Descendants("PackageReference").Select(package => package.Attribute("Include")!.Value);

        declared.Except(Used(project), StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public void CentralVersion_IsOfAPackageThatIsReferenced()
    {
        var build = Directory.EnumerateFiles(Path.Combine(Repository.Root, "eng"), "*.targets").Select(file => XDocument.Load(file));
        var referenced = new[] { "src", "tests", "bench" }.SelectMany(folder => Repository.Projects(folder).Values).Concat(build)
            .SelectMany(project => project.Descendants("PackageReference"))
            .Select(package => package.Attribute("Include")!.Value);
        var versions = XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props")).Descendants("ItemGroup")
            .Where(group => group.Attribute("Label")!.Value != "Of other packages, raised")
            .SelectMany(group => group.Elements("PackageVersion"))
            .Select(version => version.Attribute("Include")!.Value);

        versions.Except(referenced, StringComparer.Ordinal).ShouldBeEmpty();
    }

    private static IEnumerable<string> Used(string project) =>
        Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, project + ".dll")).GetReferencedAssemblies().Select(assembly => assembly.Name!);
}
