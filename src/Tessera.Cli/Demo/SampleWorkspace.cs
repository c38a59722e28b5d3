using Tessera.Simulation;

namespace Tessera.Cli.Demo;

/// <summary>One of the simulated businesses of the demo.</summary>
/// <param name="Key">The workspace it fills.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Scenario">The scenario that is simulated.</param>
/// <param name="Currency">The currency of the scenario.</param>
/// <param name="Customers">How many customers it has.</param>
internal sealed record SampleWorkspace(string Key, string Name, string Scenario, string Currency, int Customers)
{
    /// <summary>How many days are simulated: a year.</summary>
    public const int Days = 365;

    private const ulong Seed = 20_260_401;

    // A year of one customer of the design tool is about 1,100 events, of the shop a handful of orders: both fill in seconds.
    public static IReadOnlyList<SampleWorkspace> All { get; } =
    [
        new("default", "Sample shop", "shop", "EUR", 3_000),
        new("design-saas", "Sample design tool", "design-saas", "USD", 400),
    ];

    /// <summary>A year from the given day on; the same day gives the same bytes.</summary>
    public SimulationOptions Options(DateOnly firstDay) => new()
    {
        Scenario = Scenario,
        Customers = Customers,
        Seed = Seed,
        Start = firstDay,
        Days = Days,
        Threads = Environment.ProcessorCount,
    };
}
