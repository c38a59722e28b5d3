namespace Tessera.Simulation.Tests;

public sealed class ScenarioTests
{
    [Fact]
    public void Find_KnownName_IsFound() => Scenario.Find("shop").ShouldBeSameAs(Scenario.Shop);

    [Fact]
    public void Find_UnknownName_NamesTheKnownOnes() =>
        Should.Throw<ArgumentException>(() => Scenario.Find("bakery")).Message.ShouldContain("design-saas, shop");

    [Fact]
    public void TryFind_Null_IsNotFound() => Scenario.TryFind(null, out _).ShouldBeFalse();

    [Fact]
    public void Archetypes_SharesAddUpToOne()
    {
        foreach (var scenario in Scenario.All)
        {
            scenario.Archetypes.Sum(archetype => archetype.Share).ShouldBe(1, 1e-9, scenario.Name);
            scenario.Archetypes.Select(archetype => archetype.Name).ShouldBeUnique(StringComparer.Ordinal);
        }
    }

    [Fact]
    public void DesignSaas_HasTheArchetypesThatAreAsked() => Scenario.DesignSaas.Archetypes.Select(archetype => archetype.Name)
        .ShouldBe(["power-user", "feature-locked", "price-sensitive", "casual", "agency", "innovator"]);
}
