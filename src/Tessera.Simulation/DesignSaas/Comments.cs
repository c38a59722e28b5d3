namespace Tessera.Simulation.DesignSaas;

/// <summary>Sentences that customers write into surveys.</summary>
internal static class Comments
{
    private static readonly string[] Bad =
    [
        "Too many things break, and support takes days.", "The price keeps going up while nothing gets better.",
        "I expected more for the money.", "Confusing since the new editor.", "I am looking at other tools.",
    ];

    private static readonly string[] Middling =
    [
        "Does the job, nothing special.", "Fine for simple things.", "I only use a few of the functions.",
        "Good, but a bit expensive.", "Would like more templates.",
    ];

    private static readonly string[] Good =
    [
        "I use it every day and it saves me hours.", "The brand kit changed how we work.", "The AI features are fantastic.",
        "Our whole team works in it.", "Easy to learn and beautiful results.",
    ];

    /// <summary>By cause of departure, then for accounts that could not be charged.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> OnLeaving { get; } =
    [
        ["It is too expensive for how rarely I use it.", "After the price rise I moved on."],
        ["I never found a reason to pay for it.", "The free functions were all I needed."],
        ["Too slow and too many errors.", "Support did not help me."],
        ["My project is finished.", "I no longer work as a designer."],
        ["My new team uses another tool.", "I switched to a competitor."],
        ["My card expired."],
    ];

    /// <summary>Sentences that suit a score from 0 to 10.</summary>
    public static IReadOnlyList<string> OnScore(int score) => score <= 6 ? Bad : score <= 8 ? Middling : Good;
}
