namespace Tessera.Simulation.DesignSaas;

/// <summary>The surveys; scores stand above the lowest four bits.</summary>
internal static class SurveyKind
{
    public const int Recommendation = 0;
    public const int Satisfaction = 1;
    public const int Onboarding = 2;
    public const int Exit = 3;

    /// <summary>A survey with its score in one number.</summary>
    public static int WithScore(int kind, int score) => kind | (score << 4);
}
