using Tessera.Simulation.Randomness;

namespace Tessera.Simulation.DesignSaas;

/// <summary>Answers of the survey that new customers are asked to fill in.</summary>
internal static class Psychographics
{
    public static IReadOnlyList<string> Goals { get; } =
        ["save time", "grow my business", "learn design", "work together", "keep costs low", "express myself", "stay ahead"];

    public static IReadOnlyList<string> Values { get; } =
        ["craft", "speed", "affordability", "simplicity", "teamwork", "novelty"];

    public static IReadOnlyList<string> Experience { get; } = ["beginner", "intermediate", "professional"];

    private static readonly WeightedChoice[] GoalChoices = [.. Archetypes.All.Select(one => new WeightedChoice([.. one.Goals]))];
    private static readonly WeightedChoice[] ValueChoices = [.. Archetypes.All.Select(one => new WeightedChoice([.. one.Values]))];

    /// <summary>Draws the goal that a customer of a class names.</summary>
    public static int DrawGoal(int archetype, ref RandomStream random) => GoalChoices[archetype].Draw(ref random);

    /// <summary>Draws the value that a customer of a class names.</summary>
    public static int DrawValue(int archetype, ref RandomStream random) => ValueChoices[archetype].Draw(ref random);
}
