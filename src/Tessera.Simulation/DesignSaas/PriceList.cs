namespace Tessera.Simulation.DesignSaas;

/// <summary>A thing on an invoice.</summary>
/// <param name="Sku">The stock keeping unit.</param>
/// <param name="Name">The name.</param>
/// <param name="Category"><c>subscription</c>, <c>add-on</c> or <c>templates</c>.</param>
/// <param name="Cents">The unit price before the price rise, in US cents.</param>
/// <param name="RaisedCents">The unit price after it.</param>
internal sealed record PricedItem(string Sku, string Name, string Category, int Cents, int RaisedCents);

/// <summary>What the design tool charges.</summary>
internal static class PriceList
{
    public const int ProMonthly = 0;
    public const int ProYearly = 1;
    public const int TeamMonthly = 2;
    public const int TeamYearly = 3;
    public const int EnterpriseYearly = 4;
    public const int AiCredits = 5;
    public const int FirstTemplatePack = 6;
    public const int TemplatePacks = 5;

    /// <summary>All items. Team and enterprise are priced by the seat.</summary>
    public static IReadOnlyList<PricedItem> Items { get; } =
    [
        new("PLAN-PRO-M", "Pro, monthly", "subscription", 1500, 1800),
        new("PLAN-PRO-Y", "Pro, yearly", "subscription", 14400, 17400),
        new("PLAN-TEAM-M", "Team seat, monthly", "subscription", 1400, 1600),
        new("PLAN-TEAM-Y", "Team seat, yearly", "subscription", 13200, 15600),
        new("PLAN-ENT-Y", "Enterprise seat, yearly", "subscription", 34800, 37200),
        new("ADD-AI-500", "500 AI credits", "add-on", 1200, 1200),
        new("TPL-WEDDING", "Wedding templates", "templates", 900, 900),
        new("TPL-SOCIAL", "Social media templates", "templates", 1400, 1400),
        new("TPL-PITCH", "Pitch deck templates", "templates", 1900, 1900),
        new("TPL-SCHOOL", "Classroom templates", "templates", 700, 700),
        new("TPL-SHOP", "Shop front templates", "templates", 2400, 2400),
    ];

    /// <summary>The item that a subscription is billed as.</summary>
    public static int Subscription(Plan plan, bool yearly) => plan switch
    {
        Plan.Pro => yearly ? ProYearly : ProMonthly,
        Plan.Team => yearly ? TeamYearly : TeamMonthly,
        Plan.Enterprise => EnterpriseYearly,
        _ => throw new ArgumentOutOfRangeException(nameof(plan), plan, "The free plan is not billed."),
    };

    /// <summary>The unit price on a day.</summary>
    public static int Cents(int item, int day) => day >= ProductTimeline.PriceRiseDay ? Items[item].RaisedCents : Items[item].Cents;
}
