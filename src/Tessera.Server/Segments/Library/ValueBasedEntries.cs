namespace Tessera.Server.Segments.Library;

/// <summary>By what customers are worth.</summary>
internal static class ValueBasedEntries
{
    private const string Strategy = SegmentKinds.ValueBased;

    public static IEnumerable<LibraryEntry> All { get; } =
    [
        new("big-spenders", "Big spenders", Strategy, "Who brings most of the money?",
            "They spent much in the last year. Serve them first, and never send them a discount they did not ask for.",
            fit =>
            {
                var purchase = KeyEvents.Purchase(fit);
                return $"sum of {KeyEvents.Revenue(fit, purchase)} of {purchase} in the last 365 days >= {fit.Number("amount", "From which amount on", fit.Spending.TopTenth)}";
            }),
        new("best-customers", "Best customers", Strategy, "Who buys much and often?",
            "The top fifth by money and the top two fifths by orders.",
            fit =>
            {
                if (!fit.Spending.AnyBuyers)
                {
                    fit.Miss("Nobody has RFM scores: import orders, or send them as Order Completed.");
                }

                return "rfm.monetary = 5 and rfm.frequency >= 4";
            }),
        new("growing-spend", "Growing spend", Strategy, "Whose spending grows?",
            "They spent more in the last 90 days than in the 90 before. Find out what changed and offer the next step.",
            fit => Trend(fit, "rose", 20)),
        new("shrinking-spend", "Shrinking spend", Strategy, "Whose spending shrinks?",
            "They spend half of what they did, or less. Talk to them before they have decided.",
            fit => Trend(fit, "fell", 50)),
        new("discount-only", "Discount only", Strategy, "Who never pays the full price?",
            "All their purchases had a coupon. A discount brings them, and nothing else so far has.",
            fit =>
            {
                var purchase = KeyEvents.Purchase(fit);
                var coupon = fit.Property("coupon-property", "The coupon", purchase, "coupon", "coupon_code", "promo_code", "discount_code");
                return $"did {purchase} where {coupon} is set and did not do {purchase} where {coupon} is not set";
            }),
        new("paying-plans", "On a paying plan", Strategy, "Who pays every month?",
            "Their plan is not the free one.",
            fit =>
            {
                var plan = fit.Trait("plan-trait", "The plan", "plan", "company.plan", "subscription_plan", "tier");
                return $"{plan} is set and {plan} is not {fit.Value("free-plan", "The plan that costs nothing", fit.FactsOf(plan), value => value.Contains("free", StringComparison.OrdinalIgnoreCase) || value.Contains("trial", StringComparison.OrdinalIgnoreCase))}";
            }),
    ];

    private static string Trend(LibraryFitting fit, string direction, double percent)
    {
        var purchase = KeyEvents.Purchase(fit);
        return $"sum of {KeyEvents.Revenue(fit, purchase)} of {purchase} in the last 90 days {direction} by at least {fit.Number("percent", "By how many percent at least", percent)}%";
    }
}
