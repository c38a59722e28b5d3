namespace Tessera.Simulation.DesignSaas;

/// <summary>What happens to the product and its market while customers are being watched: the causes of drift.</summary>
internal static class ProductTimeline
{
    /// <summary>The day on which prices rise, counted from the first observed one. Yearly subscribers feel it at renewal.</summary>
    public const int PriceRiseDay = 240;

    /// <summary>How long the price rise is talked about.</summary>
    public const int PriceRiseEchoDays = 45;

    /// <summary>The day of the new editor, in which WebP takes over from JPEG and sessions hold a sixth fewer actions.</summary>
    public const int NewEditorDay = 190;

    /// <summary>The app is released every so many days.</summary>
    public const int ReleaseCycleDays = 14;

    /// <summary>How much more readily others take up an AI feature when it is a year old than when it is new.</summary>
    public const double AiSpreadPerYear = 14;

    /// <summary>Minor version of the app, by day: 4.<c>minor</c>.0, and 5.<c>minor</c>.0 from the new editor on.</summary>
    public static (int Major, int Minor) AppVersion(int day)
    {
        var release = Math.Max(0, day + (26 * ReleaseCycleDays)) / ReleaseCycleDays;
        var editor = (NewEditorDay + (26 * ReleaseCycleDays)) / ReleaseCycleDays;
        return release < editor ? (4, release) : (5, release - editor);
    }

    /// <summary>How far news of an AI feature has spread: 1 at its launch, growing by <see cref="AiSpreadPerYear"/> a year.</summary>
    public static double AiSpread(int daysSinceLaunch) => 1 + (AiSpreadPerYear * Math.Min(730, daysSinceLaunch) / 365.0);
}
