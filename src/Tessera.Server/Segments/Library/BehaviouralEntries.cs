namespace Tessera.Server.Segments.Library;

/// <summary>By what customers do.</summary>
internal static class BehaviouralEntries
{
    private const string Strategy = "behavioural";

    public static IEnumerable<LibraryEntry> All { get; } =
    [
        new("power-users", "Power users", Strategy, "Who gets the most out of the product?",
            "They reach the key event again and again. Ask them for reviews and referrals, and watch what they do first: it shows others the way.",
            fit =>
            {
                var key = KeyEvents.Of(fit);
                var isPurchase = KeyEvents.IsPurchase(key);
                return $"did {key} on at least {fit.Number("days", "On how many days at least", isPurchase ? 3 : 8)} days in the last {fit.Number("window-days", "Within how many days", isPurchase ? 180 : 30)} days";
            }),
        new("lapsing-customers", "Lapsing customers", Strategy, "Who used to come and is about to be lost?",
            "They reached the key event not long ago and have not since. The best moment to win somebody back is before they are gone.",
            fit =>
            {
                var key = KeyEvents.Of(fit);
                var quiet = fit.Number("quiet-days", "For how many days nothing happened", KeyEvents.IsPurchase(key) ? 90 : 14);
                return $"did {key} at least 2 times and last did {key} more than {quiet} days ago and not last did {key} more than {fit.Number("lost-days", "After how many days they count as lost", KeyEvents.IsPurchase(key) ? 365 : 60)} days ago";
            }),
        new("cart-abandoners", "Cart abandoners", Strategy, "Who wanted to buy and did not?",
            "They began to buy and did not finish within a day. A reminder within the first hours works best; after a week it is noise.",
            fit =>
            {
                var cart = fit.Event("cart-event", "The beginning of a purchase", "Checkout Started", "Cart Viewed", "Product Added", "Added to Cart");
                return $"did {cart} and then did not do {KeyEvents.Purchase(fit)} within 1 day in the last {fit.Number("window-days", "Within how many days", 30)} days";
            }),
        new("feature-locked", "Signed up, never arrived", Strategy, "Who never reached what the product is for?",
            "They have been here for a while and the key event never happened. Onboarding lost them: find the step at which.",
            fit => $"first did any event more than {fit.Number("grace-days", "How many days they have to get there", 7)} days ago and did not do {KeyEvents.Of(fit)}"),
        new("upgrade-candidates", "Upgrade candidates", Strategy, "Who shows that they want more than they have?",
            "They looked at what costs more, or came up against a limit, and have not bought. Offer a trial of exactly what they looked at.",
            fit =>
            {
                var interest = fit.Event("interest-event", "The sign of interest", "Upgrade Prompt Shown", "Pricing Viewed", "Plan Viewed", "Checkout Started", "Product Added to Wishlist");
                var upgrade = fit.Event("upgrade-event", "The purchase that it leads to", ["Plan Upgraded", "Subscription Started", .. KeyEvents.Purchases]);
                return $"did {interest} at least 2 times in the last 30 days and did not do {upgrade} in the last 30 days";
            }),
    ];
}
