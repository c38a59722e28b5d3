namespace Tessera.Server.Segments.Library;

/// <summary>By how much customers take part.</summary>
internal static class EngagementEntries
{
    private const string Strategy = "engagement";

    public static IEnumerable<LibraryEntry> All { get; } =
    [
        new("highly-engaged", "Highly engaged", Strategy, "Who is here all the time?",
            "On many days of the last month. They notice every change: tell them first.",
            fit => Days(fit, $"at least {fit.Number("days", "On how many days at least", 8)}")),
        new("moderately-engaged", "Moderately engaged", Strategy, "Who comes now and then?",
            "On some days of the last month. A reason to come once more is all it takes.",
            fit => Days(fit, $"between {fit.Number("from-days", "On how many days at least", 3)} and {fit.Number("to-days", "On how many days at most", 7)}")),
        new("hardly-engaged", "Hardly engaged", Strategy, "Who just about comes?",
            "On a day or two of the last month. Show the one thing that others come back for.",
            fit => Days(fit, $"between {fit.Number("from-days", "On how many days at least", 1)} and {fit.Number("to-days", "On how many days at most", 2)}")),
        new("dormant", "Dormant", Strategy, "Who has stopped coming?",
            "Nothing for a month. Fewer messages, and better ones.",
            fit => Seen(fit, $"last did any event more than {fit.Number("days", "For how many days", 30)} days ago")),
        new("newcomers", "New", Strategy, "Who has just arrived?",
            "First seen within the last month. What happens now decides whether they stay.",
            fit => Seen(fit, $"first did any event within the last {fit.Number("days", "Within how many days", 30)} days")),
    ];

    private static string Days(LibraryFitting fit, string days) => Seen(fit, $"did any event on {days} days in the last {fit.Number("window-days", "Within how many days", 30)} days");

    private static string Seen(LibraryFitting fit, string definition)
    {
        if (!fit.Catalogue.EventNames.Any())
        {
            fit.Miss("Nothing was received that customers did: send track calls, or import events or orders.");
        }

        return definition;
    }
}
