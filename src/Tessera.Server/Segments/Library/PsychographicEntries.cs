using System.Globalization;
using System.Text.RegularExpressions;

namespace Tessera.Server.Segments.Library;

/// <summary>By what customers value and believe, as far as they said so.</summary>
internal static partial class PsychographicEntries
{
    private const string Strategy = "psychographic";
    /// <summary>What a score is called.</summary>
    public static readonly string[] Scores = ["score", "nps", "rating"];

    /// <summary>What answers to surveys are called.</summary>
    public static readonly string[] Surveys = ["Survey Answered", "Survey Completed", "NPS Submitted", "Feedback Submitted", "Questionnaire Answered"];

    public static IEnumerable<LibraryEntry> All { get; } =
    [
        new("price-sensitive", "Price-sensitive", Strategy, "Who decides by the price?",
            "They said so themselves. Show them value and the smallest plan, not novelty.",
            fit => Answered(fit, "price", PriceWords().IsMatch)),
        new("quality-seekers", "Quality seekers", Strategy, "Who decides by quality and brand?",
            "They said that craft or trust matters most. Discounts cheapen what they came for.",
            fit => Answered(fit, "quality", QualityWords().IsMatch)),
        new("innovators", "Innovators", Strategy, "Who tries what is new before others do?",
            "They use far more of the product than most. Give them new features first and listen.",
            fit =>
            {
                var use = fit.Event("use-event", "The use of a feature", "Feature Used", "Feature Opened", "Tool Used", "Product Viewed");
                var feature = fit.Property("feature-property", "Which feature", use, "feature", "feature_name", "tool", "category");
                return $"count of distinct {feature} of {use} in the last 90 days >= {fit.Number("features", "How many different ones at least", feature == "category" ? 4 : 8)}";
            }),
        new("promoters", "Promoters", Strategy, "Who would recommend us?",
            "Their last score was at the top of the scale: a nine or a ten of ten, five of five. Ask them to say it where others read it.",
            fit => Score(fit, scale => $">= {Rounded(Math.Ceiling(0.9 * scale))}")),
        new("detractors", "Detractors", Strategy, "Who would warn others of us?",
            "Their last score was in the lower part of the scale: six or less of ten, three or less of five. Answer each of them, in person.",
            fit => Score(fit, scale => $"<= {Rounded(Math.Floor(0.6 * scale))}")),
    ];

    private static string Answered(LibraryFitting fit, string about, Func<string, bool> isAbout)
    {
        var survey = fit.Event("survey-event", "The answer to a survey", Surveys);
        var facts = fit.Catalogue.EventNames.Select(fit.Catalogue.FindEvent).FirstOrDefault(known => known is not null && LibraryFitting.Quoted(known.Name) == survey);
        var found = facts?.Properties
            .Where(property => property.TopValues.Count is > 1 and < 20 && property.Path != "comment")
            .FirstOrDefault(property => property.TopValues.Any(value => isAbout(value.Value)));
        var property = fit.Property("answer-property", "The question", survey, found?.Path ?? "value");
        return $"did {survey} where {property} is {fit.Value("answer", $"The answer that is about {about}", found ?? fit.FactsOf(survey, property), isAbout)}";
    }

    // The parts of the scale are those of the Net Promoter Score: of eleven steps from 0 to 10 the upper two, and the lower seven.
    private static string Score(LibraryFitting fit, Func<double, string> test)
    {
        var survey = fit.Event("survey-event", "The answer to a survey", Surveys);
        var score = fit.Property("score-property", "The score given", survey, Scores);
        var given = fit.Data.Scores.Where(scores => LibraryFitting.Quoted(scores.Event) == survey && scores.Property == score.Trim('"')).ToList();

        // Where there are several surveys, one of recommending is meant, or else the one that is answered most.
        var kind = given.Find(scores => scores.Survey.Contains("nps", StringComparison.OrdinalIgnoreCase)) ?? given.Find(scores => scores.Survey.Length > 0) ?? given.FirstOrDefault();
        var where = kind is { Survey.Length: > 0 } ? $" where survey is {LibraryFitting.Quoted(kind.Survey)}" : string.Empty;
        var scale = fit.Scale("scale", "The highest score that can be given", kind);
        return $"last of {score} of {survey}{where} in the last {fit.Number("window-days", "Within how many days", 365)} days {test(scale ?? 10)}";
    }

    private static string Rounded(double bound) => bound.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("price|cost|afford|budget|cheap|saving|money|discount", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex PriceWords();

    [GeneratedRegex("quality|craft|brand|trust|premium|loyal|beaut", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex QualityWords();
}
