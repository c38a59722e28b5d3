namespace Tessera.Server.Segments.Library;

/// <summary>By what customers need the product for.</summary>
internal static class NeedsBasedEntries
{
    private const string Strategy = "needs-based";

    /// <summary>What requests for help are called.</summary>
    public static readonly string[] Tickets = ["Support Ticket Created", "Ticket Created", "Conversation Started", "Help Requested"];

    /// <summary>What their topic is called.</summary>
    public static readonly string[] Topics = ["topic", "category", "subject", "type"];

    public static IEnumerable<LibraryEntry> All { get; } =
    [
        new("main-job", "Main job", Strategy, "What do customers hire the product for?",
            "What they do with it most often. Each job deserves its own templates, examples and onboarding.",
            fit =>
            {
                var work = fit.Event("work-event", "The work done", "Project Created", "Project Opened", "Document Created", "Feature Used", "Product Viewed", "Page Viewed");
                var kind = fit.Property("kind-property", "Which kind of work", work, "project_type", "document_type", "kind", "type", "category", "feature_group", "path");
                return $"most frequent {kind} of {work} in the last 90 days is {fit.Value("kind", "The kind chosen", fit.FactsOf(work, kind))}";
            }),
        new("collaborators", "Collaborators", Strategy, "Who needs it to work together?",
            "They share, invite and comment. What they need is a team plan, not more features.",
            fit =>
            {
                string[] events = [.. new[] { "Comment Added", "Share Link Created", "Invite Sent", "Shared", "Mention Added" }.Select(name => fit.FindEvent(name)).OfType<string>()];
                if (events.Length == 0)
                {
                    return $"did {fit.Event("share-event", "The sign of working together", "Share Link Created", "Product Shared", "Wishlist Shared")} at least 2 times in the last 30 days";
                }

                return string.Join(" or ", events.Select(name => $"did {LibraryFitting.Quoted(name)} at least 3 times in the last 30 days"));
            }),
        new("support-topic", "Needs help with one thing", Strategy, "Who came with the most frequent question?",
            "They asked for help with the same thing. Mend it, and tell exactly these people.",
            fit =>
            {
                var ticket = fit.Event("ticket-event", "The request for help", Tickets);
                var topic = fit.Property("topic-property", "What it is about", ticket, Topics);
                return $"did {ticket} where {topic} is {fit.Value("topic", "The topic chosen", fit.FactsOf(ticket, topic))} in the last 90 days";
            }),
        new("category-buyers", "Buyers of the main category", Strategy, "Who comes for one kind of thing?",
            "They bought of the same category again. Recommend within it first, then beside it.",
            fit =>
            {
                var purchase = KeyEvents.Purchase(fit);
                var category = fit.Property("category-property", "The category bought", purchase, "products.0.category", "category", "products.0.sku");
                return $"did {purchase} where {category} is {fit.Value("category", "The category chosen", fit.FactsOf(purchase, category))} at least 2 times";
            }),
        new("hit-by-errors", "Hit by errors", Strategy, "Whom does the product fail?",
            "They ran into errors several times. Say sorry before they say goodbye.",
            fit => $"did {fit.Event("error-event", "The error", "Error Encountered", "Error Shown", "Payment Failed", "Application Crashed")} at least {fit.Number("errors", "How many errors at least", 3)} times in the last 30 days"),
    ];
}
