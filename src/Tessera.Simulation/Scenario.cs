using System.Diagnostics.CodeAnalysis;
using Tessera.Simulation.DesignSaas;
using Tessera.Simulation.Running;
using Tessera.Simulation.Shop;

namespace Tessera.Simulation;

/// <summary>A business whose customers can be simulated.</summary>
public sealed class Scenario
{
    private readonly Func<SimulationOptions, IScenarioRun> create;

    private Scenario(
        string name, string description, string currency, IReadOnlyList<ArchetypeSummary> archetypes, Func<SimulationOptions, IScenarioRun> create)
    {
        Name = name;
        Description = description;
        Currency = currency;
        Archetypes = archetypes;
        this.create = create;
    }

    /// <summary>A design tool sold by subscription: usage, plans, trials, invoices, tickets, surveys, companies.</summary>
    public static Scenario DesignSaas { get; } = new(
        "design-saas",
        "A design tool sold by subscription: its usage, plans, invoices, support, surveys and companies.",
        "USD",
        Tessera.Simulation.DesignSaas.Archetypes.Summaries,
        options => new DesignSaasRun(options));

    /// <summary>A web shop whose customers buy when they like and leave without saying so.</summary>
    public static Scenario Shop { get; } = new(
        "shop",
        "A web shop: visits, baskets, orders and returns of customers who leave without saying so.",
        "EUR",
        ShopperClasses.Summaries,
        options => new ShopRun(options));

    /// <summary>All scenarios.</summary>
    public static IReadOnlyList<Scenario> All { get; } = [DesignSaas, Shop];

    /// <summary>The name, as in <see cref="SimulationOptions.Scenario"/>.</summary>
    public string Name { get; }

    /// <summary>What the business is, in one sentence.</summary>
    public string Description { get; }

    /// <summary>The ISO 4217 code of the one currency that all amounts are in.</summary>
    public string Currency { get; }

    /// <summary>The latent classes that customers are drawn from.</summary>
    public IReadOnlyList<ArchetypeSummary> Archetypes { get; }

    /// <summary>The scenario of a name.</summary>
    /// <param name="name">The name, exactly as listed.</param>
    /// <exception cref="ArgumentException">There is no such scenario; the message names those that there are.</exception>
    public static Scenario Find(string name) => TryFind(name, out var scenario)
        ? scenario
        : throw new ArgumentException(
            $"There is no scenario \"{name}\"; the scenarios are {string.Join(", ", All.Select(known => known.Name))}.", nameof(name));

    /// <summary>The scenario of a name, if there is one.</summary>
    /// <param name="name">The name, exactly as listed.</param>
    /// <param name="scenario">The scenario.</param>
    public static bool TryFind([NotNullWhen(true)] string? name, [NotNullWhen(true)] out Scenario? scenario)
    {
        scenario = All.FirstOrDefault(known => string.Equals(known.Name, name, StringComparison.Ordinal));
        return scenario is not null;
    }

    /// <summary>Starts a run; the options must be valid.</summary>
    internal IScenarioRun CreateRun(SimulationOptions options) => create(options);
}
