namespace Tessera.Server.Segments.Rfm.Naming;

/// <summary>The two sets of names the product knows, as data. docs/concepts/rfm.md prints them; a test holds the two equal.</summary>
/// <remarks>
/// <para>
/// The names and their reading are those in common use: the recency × frequency grid of ten names published by CleverTap ("RFM
/// analysis", docs.clevertap.com/docs/rfm), and the score ranges of the R package <c>rfm</c> (rfm_segment, CRAN, 0.2 and 0.3),
/// which also uses the monetary score. Published tables overlap and leave gaps; these do neither. The lines are drawn so:
/// </para>
/// <list type="bullet">
/// <item>recency decides first: active (4–5), cooling (3), gone quiet (1–2);</item>
/// <item>then frequency, as in CleverTap's grid: one order makes nobody loyal, however large it was;</item>
/// <item>money separates Champions from Loyal, Can't Lose Them from At-Risk, and keeps big spenders who buy rarely out of the
/// sleeping segments (as the package's ranges do).</item>
/// </list>
/// </remarks>
internal static class SegmentNamings
{
    /// <summary>Eleven names.</summary>
    public static SegmentNaming Full { get; } = new(
    [
        new("champions", "Champions",
            "Bought recently, buy often and spend the most.",
            "Reward them, ask for reviews and referrals, show them new things first; they need no discount.",
            [Box(AtLeast(4), AtLeast(4), AtLeast(4))]),
        new("loyal", "Loyal",
            "Buy often and have not gone quiet, but spend less or bought less recently than Champions.",
            "Offer the better version, a bundle or a loyalty programme; ask what they think.",
            [Box(AtLeast(4), AtLeast(4), AtMost(3)), Box(Exactly(3), AtLeast(4), Any)]),
        new("potential-loyalists", "Potential Loyalists",
            "Bought recently and more than once; the next orders decide whether they become loyal.",
            "Recommend what goes with what they bought, offer membership, keep in touch.",
            [Box(AtLeast(4), new(2, 3), Any)]),
        new("new", "New",
            "Bought very recently, and have the fewest orders.",
            "Welcome them, help them get the most out of the first purchase, suggest a second one early.",
            [Box(Exactly(5), Exactly(1), Any)]),
        new("promising", "Promising",
            "Bought fairly recently, and have the fewest orders.",
            "Remind them of the brand, offer a small reason for the second order.",
            [Box(Exactly(4), Exactly(1), Any)]),
        new("needs-attention", "Needs Attention",
            "Middling recency with decent frequency or high spending; about to decide either way.",
            "Make a limited-time offer based on what they bought; ask what kept them.",
            [Box(Exactly(3), Exactly(3), Any), Box(Exactly(3), AtMost(2), AtLeast(4))]),
        new("about-to-sleep", "About to Sleep",
            "Middling recency, few orders and little money: slipping away quietly.",
            "Share something useful, show popular products, win them back cheaply while they remember you.",
            [Box(Exactly(3), AtMost(2), AtMost(3))]),
        new("cant-lose-them", "Can't Lose Them",
            "Bought as often and as much as Champions, but have gone quiet.",
            "Call them: a personal message, a fair offer, an honest question about what went wrong.",
            [Box(AtMost(2), AtLeast(4), AtLeast(4))]),
        new("at-risk", "At-Risk",
            "Bought often or spent a lot, but long ago.",
            "Send a personal reminder with something worth returning for; renew what they used to buy.",
            [Box(AtMost(2), AtLeast(3), AtMost(3)), Box(AtMost(2), AtMost(3), AtLeast(4))]),
        new("hibernating", "Hibernating",
            "Few orders, little money, and the last order is long ago.",
            "Keep them in occasional, cheap campaigns; do not discount away the margin.",
            [Box(Exactly(2), AtMost(2), AtMost(3))]),
        new("lost", "Lost",
            "Few orders, little money, and the last order is longest ago.",
            "One last try, then leave them out of campaigns that cost money.",
            [Box(Exactly(1), AtMost(2), AtMost(3))]),
    ]);

    /// <summary>Five names; each is made of whole segments of <see cref="Full"/>.</summary>
    public static SegmentNaming Short { get; } = new(
    [
        new("champions", "Champions",
            "Bought recently, buy often and spend the most.",
            "Reward them, ask for reviews and referrals, show them new things first; they need no discount.",
            [Box(AtLeast(4), AtLeast(4), AtLeast(4))]),
        new("loyal-customers", "Loyal Customers",
            "Buy often and have not gone quiet, but spend less or bought less recently than Champions.",
            "Offer the better version, a bundle or a loyalty programme; ask what they think.",
            [Box(AtLeast(4), AtLeast(4), AtMost(3)), Box(Exactly(3), AtLeast(4), Any)]),
        new("potential-loyalists", "Potential Loyalists",
            "Bought recently and more than once, or are undecided but have shown that they like to buy.",
            "Recommend what goes with what they bought, offer membership, keep in touch.",
            [Box(AtLeast(4), new(2, 3), Any), Box(Exactly(3), Exactly(3), Any), Box(Exactly(3), AtMost(2), AtLeast(4))]),
        new("new-customers", "New Customers",
            "Bought recently, and have the fewest orders.",
            "Welcome them, help them get the most out of the first purchase, suggest a second one early.",
            [Box(AtLeast(4), Exactly(1), Any)]),
        new("at-risk-customers", "At-Risk Customers",
            "Have gone quiet or are about to, whatever they were worth before.",
            "Win back those who were worth most first: a personal reminder with something worth returning for.",
            [Box(AtMost(2), Any, Any), Box(Exactly(3), AtMost(2), AtMost(3))]),
    ]);

    /// <summary>The set of names that an option asks for.</summary>
    public static SegmentNaming Of(RfmNaming naming) => naming == RfmNaming.Short ? Short : Full;

    private static ScoreRange Any => ScoreRange.Any;

    private static ScoreRange AtLeast(int score) => ScoreRange.AtLeast(score);

    private static ScoreRange AtMost(int score) => ScoreRange.AtMost(score);

    private static ScoreRange Exactly(int score) => ScoreRange.Exactly(score);

    private static ScoreBox Box(ScoreRange recency, ScoreRange frequency, ScoreRange monetary) => new(recency, frequency, monetary);
}
