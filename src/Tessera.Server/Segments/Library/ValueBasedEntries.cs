using System.Text.RegularExpressions;
using Tessera.Segments.Checking;

namespace Tessera.Server.Segments.Library;

/// <summary>By what customers are worth.</summary>
internal static partial class ValueBasedEntries
{
    private static readonly string[] Amounts = ["mrr", "monthly_price", "plan_price", "subscription_amount", "company.mrr"];
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
                if (fit.Spending.Buyers < LibraryBounds.Buyers)
                {
                    fit.Miss($"{(fit.Spending.Buyers == 0 ? "Nobody has RFM scores" : $"Only {fit.Spending.Buyers} customers bought, and fifths of fewer than {LibraryBounds.Buyers} say nothing")}: import orders, or send them as Order Completed.");
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
            "What they pay each month is more than nothing; where that is not told, their plan is none of the free ones.",
            fit =>
            {
                // What is paid says more than what a plan is called.
                if (Amounts.FirstOrDefault(path => fit.FactsOf(path) is { Occurrences: > 0 } facts && (facts.Types & (ValueTypes.Number | ValueTypes.NumericText)) != ValueTypes.None) is not null)
                {
                    return $"{fit.Trait("amount-trait", "What is paid each month", Amounts)} > 0";
                }

                var plan = fit.Trait("plan-trait", "The plan", "plan", "company.plan", "subscription_plan", "tier");
                return $"{plan} is set and {plan} is not one of {fit.Values("free-plans", "The plans that cost nothing", fit.FactsOf(plan), FreeWords().IsMatch)}";
            }),
    ];

    [GeneratedRegex("free|trial|none|hobby|demo|community|gratis|cancel|expired", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex FreeWords();

    private static string Trend(LibraryFitting fit, string direction, double percent)
    {
        var purchase = KeyEvents.Purchase(fit);
        return $"sum of {KeyEvents.Revenue(fit, purchase)} of {purchase} in the last 90 days {direction} by at least {fit.Number("percent", "By how many percent at least", percent)}%";
    }
}
