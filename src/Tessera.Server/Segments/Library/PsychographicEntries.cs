using System.Text.RegularExpressions;
using Tessera.Segments.Checking;

namespace Tessera.Server.Segments.Library;

/// <summary>By what customers value and believe, as far as they said so.</summary>
internal static partial class PsychographicEntries
{
    private const string Strategy = "psychographic";
    private static readonly string[] Surveys = ["Survey Answered", "Survey Completed", "NPS Submitted", "Feedback Submitted", "Questionnaire Answered"];

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
            "Their last answer was a nine or a ten. Ask them to say it where others read it.",
            fit => Score(fit, ">= 9")),
        new("detractors", "Detractors", Strategy, "Who would warn others of us?",
            "Their last answer was six or less. Answer each of them, in person.",
            fit => Score(fit, "<= 6")),
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

    private static string Score(LibraryFitting fit, string test)
    {
        var survey = fit.Event("survey-event", "The answer to a survey", Surveys);
        var score = fit.Property("score-property", "The score given", survey, "score", "nps", "rating");
        var kind = fit.FactsOf(survey, "survey") is { } surveys && Named(surveys, "nps") is { } nps ? $" where survey is {LibraryFitting.Quoted(nps)}" : string.Empty;
        return $"last of {score} of {survey}{kind} in the last {fit.Number("window-days", "Within how many days", 365)} days {test}";
    }

    private static string? Named(ValueFacts facts, string name) => facts.TopValues.Select(value => value.Value).FirstOrDefault(value => value.Contains(name, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex("price|cost|afford|budget|cheap|saving|money|discount", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex PriceWords();

    [GeneratedRegex("quality|craft|brand|trust|premium|loyal|beaut", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex QualityWords();
}
