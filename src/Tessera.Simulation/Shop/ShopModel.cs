using System.Collections.Immutable;

namespace Tessera.Simulation.Shop;

/// <summary>What distinguishes one shop from another: the classes and the calendar. Tests put published parameters here.</summary>
internal sealed record ShopModel
{
    public required ImmutableArray<ShopperClass> Classes { get; init; }

    /// <summary>Whether buying follows hours, weekdays and seasons; if not, operational time is calendar time.</summary>
    public bool HasRhythm { get; init; } = true;

    /// <summary>The share of customers who bought before the first observed day.</summary>
    public double ExistingShare { get; init; } = 0.45;

    /// <summary>The shop of the scenario.</summary>
    public static ShopModel Default { get; } = new() { Classes = ShopperClasses.All };
}
