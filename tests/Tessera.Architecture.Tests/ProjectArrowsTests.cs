namespace Tessera.Architecture.Tests;

/// <summary>Holds the table of rooms in docs/architecture.md: which project may reference which.</summary>
public sealed class ProjectArrowsTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Tessera.Domain"] = [],
        ["Tessera.Segments"] = ["Tessera.Domain"],
        ["Tessera.Learning"] = [],
        ["Tessera.ClickHouse"] = [],
        ["Tessera.Engine"] = [],
        ["Tessera.Simulation"] = ["Tessera.Domain"],
        ["Tessera.Server"] =
        [
            "Tessera.ClickHouse", "Tessera.Domain", "Tessera.Engine", "Tessera.Learning", "Tessera.Segments", "Tessera.Simulation",
        ],
        ["Tessera.Cli"] = ["Tessera.Learning", "Tessera.Server", "Tessera.Simulation"],
    };

    [Fact]
    public void Source_EveryProject_IsARoomOfTheTable() =>
        Repository.Projects("src").Keys.Order(StringComparer.Ordinal).ShouldBe(Allowed.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Source_EveryReference_IsAnAllowedArrow()
    {
        var forbidden =
            from project in Repository.Projects("src")
            from reference in Repository.References(project.Value)
            where !Allowed[project.Key].Contains(reference, StringComparer.Ordinal)
            select $"{project.Key} -> {reference}";

        forbidden.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Tessera.Domain")]
    [InlineData("Tessera.Segments")]
    [InlineData("Tessera.Learning")]
    [InlineData("Tessera.Simulation")]
    public void PureLibrary_HasNoPackageAndNoFramework(string library)
    {
        var project = Repository.Projects("src")[library];

        // MathNet is what the learning library stands on for linear algebra; everything else pure needs nothing.
        var packages = project.Descendants("PackageReference").Select(package => package.Attribute("Include")!.Value)
            .Except(library == "Tessera.Learning" ? ["MathNet.Numerics", "System.Numerics.Tensors"] : [], StringComparer.Ordinal);

        packages.Concat(project.Descendants("FrameworkReference").Select(framework => framework.Attribute("Include")!.Value)).ShouldBeEmpty();
    }

    [Fact]
    public void EveryProject_StatesItsKind()
    {
        var silent =
            from folder in new[] { "src", "tests", "bench" }
            from project in Repository.Projects(folder)
            where project.Value.Descendants("ProjectKind").SingleOrDefault()?.Value is not ("Library" or "Program" or "Test" or "Benchmark")
            select project.Key;

        silent.ShouldBeEmpty();
    }

    [Fact]
    public void EveryProject_LeavesVersionsToTheCentralFile()
    {
        var pinned =
            from folder in new[] { "src", "tests", "bench" }
            from project in Repository.Projects(folder)
            where project.Value.Descendants("PackageReference").Any(package => package.Attribute("Version") is not null)
            select project.Key;

        pinned.ShouldBeEmpty();
    }

    [Fact]
    public void EveryProject_IsPartOfTheSolution()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "Tessera.slnx"));
        var missing =
            from folder in new[] { "src", "tests", "bench" }
            from name in Repository.Projects(folder).Keys
            where !solution.Contains($"/{name}.csproj\"", StringComparison.Ordinal)
            select name;

        missing.ShouldBeEmpty();
    }
}
