using Tessera.Learning.Survival;

namespace Tessera.Learning.Tests.Survival;

/// <summary>Freireich and others (1963): weeks of remission of 42 children with leukemia, 21 with 6-MP and 21 with a placebo; + is censored.</summary>
internal static class Leukemia
{
    private const string Treated = "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+";
    private const string Untreated = "1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23";

    public static SurvivalObservation[] Mercaptopurine { get; } = Parse(Treated);

    public static SurvivalObservation[] Placebo { get; } = Parse(Untreated);

    /// <summary>Both groups, with 1 for the placebo.</summary>
    public static CoxData Trial => new(["placebo"], [.. Mercaptopurine, .. Placebo], [.. Mercaptopurine.Select(_ => 0.0), .. Placebo.Select(_ => 1.0)]);

    private static SurvivalObservation[] Parse(string text) =>
        [.. text.Split(' ').Select(value => new SurvivalObservation(int.Parse(value.TrimEnd('+'), System.Globalization.CultureInfo.InvariantCulture), !value.EndsWith('+')))];
}
