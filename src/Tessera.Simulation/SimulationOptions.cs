using System.Globalization;

namespace Tessera.Simulation;

/// <summary>What to simulate. The output is a function of these values alone, apart from <see cref="Threads"/>, which never changes it.</summary>
public sealed record SimulationOptions
{
    /// <summary>The largest number of customers accepted.</summary>
    public const int MaxCustomers = 10_000_000;

    /// <summary>The largest number of days accepted: ten years.</summary>
    public const int MaxDays = 3_660;

    /// <summary>The largest number of threads accepted.</summary>
    public const int MaxThreads = 256;

    private static readonly DateOnly EarliestStart = new(2000, 1, 1);
    private static readonly DateOnly LatestStart = new(2100, 1, 1);

    /// <summary>The name of the scenario, one of <see cref="Simulation.Scenario.All"/>. Default: <c>design-saas</c>.</summary>
    public string Scenario { get; init; } = "design-saas";

    /// <summary>
    /// How many customers, 1 to 10,000,000. Customer number i is the same whatever this number, so that a larger run contains
    /// the smaller one.
    /// </summary>
    public required int Customers { get; init; }

    /// <summary>How many days are observed, 1 to 3,660. Default: 365.</summary>
    public int Days { get; init; } = 365;

    /// <summary>The seed of all chance. Same seed, same bytes; any value is good. Default: 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>The first observed day (UTC), from 2000-01-01 to 2100-01-01. Default: 2025-01-01.</summary>
    public DateOnly Start { get; init; } = new(2025, 1, 1);

    /// <summary>How many threads may work at once, 1 to 256. It does not change the output. Default: 1.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>The first instant that is observed.</summary>
    internal DateTimeOffset StartsAt => new(Start.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    /// <summary>The instant after the last one that is observed.</summary>
    internal DateTimeOffset EndsAt => StartsAt.AddDays(Days);

    /// <summary>Everything that is wrong with the options, one sentence each; empty when they can be used.</summary>
    public IReadOnlyList<string> Problems()
    {
        var problems = new List<string>();
        if (!Simulation.Scenario.TryFind(Scenario, out _))
        {
            var names = string.Join(", ", Simulation.Scenario.All.Select(known => known.Name));
            problems.Add($"There is no scenario \"{Scenario}\"; the scenarios are {names}.");
        }

        RequireRange(problems, "customers", Customers, 1, MaxCustomers);
        RequireRange(problems, "days", Days, 1, MaxDays);
        RequireRange(problems, "threads", Threads, 1, MaxThreads);
        if (Start < EarliestStart || Start > LatestStart)
        {
            problems.Add($"The start is {Start:yyyy-MM-dd} but must lie between {EarliestStart:yyyy-MM-dd} and {LatestStart:yyyy-MM-dd}.");
        }

        return problems;
    }

    /// <summary>Checks the options.</summary>
    /// <exception cref="SimulationOptionsException">At least one value is out of range; the exception lists all that are.</exception>
    public void Validate()
    {
        var problems = Problems();
        if (problems.Count > 0)
        {
            throw new SimulationOptionsException(problems);
        }
    }

    private static void RequireRange(List<string> problems, string name, int value, int lowest, int highest)
    {
        if (value < lowest || value > highest)
        {
            problems.Add(string.Create(
                CultureInfo.InvariantCulture, $"The number of {name} is {value} but must lie between {lowest} and {highest}."));
        }
    }
}
