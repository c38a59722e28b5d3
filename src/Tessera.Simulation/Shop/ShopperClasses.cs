using System.Collections.Immutable;

namespace Tessera.Simulation.Shop;

/// <summary>The shop's latent classes.</summary>
internal static class ShopperClasses
{
    public static ImmutableArray<ShopperClass> All { get; } =
    [
        new()
        {
            Name = "regular", Share = 0.26,
            Description = "Buys every few weeks all year round, across the shop, and stays.",
            PurchaseShape = 2.2, PurchaseRateWeeks = 9, DropoutShape = 1.1, DropoutRateWeeks = 130,
            SpendShape = 5, SpendCustomerShape = 5, SpendCustomerRate = 42, ExtraLines = 2.4, Thrift = 4,
            TasteConcentration = 6, VisitsPerPurchase = 1.6, ReturnProbability = 0.06, CouponProbability = 0.1,
        },
        new()
        {
            Name = "occasional", Share = 0.35,
            Description = "Buys now and then and is easily lost.",
            PurchaseShape = 1, PurchaseRateWeeks = 14, DropoutShape = 0.8, DropoutRateWeeks = 45,
            SpendShape = 4, SpendCustomerShape = 4, SpendCustomerRate = 32, ExtraLines = 1.3, Thrift = 4,
            TasteConcentration = 4, VisitsPerPurchase = 2.2, ReturnProbability = 0.07, CouponProbability = 0.15,
        },
        new()
        {
            Name = "gift-shopper", Share = 0.14,
            Description = "Buys for Christmas, Valentine's and Mother's Day, little in between.",
            PurchaseShape = 2, PurchaseRateWeeks = 26, DropoutShape = 1, DropoutRateWeeks = 120,
            SpendShape = 5, SpendCustomerShape = 5, SpendCustomerRate = 52, ExtraLines = 2.8, Thrift = 4,
            TasteConcentration = 10, VisitsPerPurchase = 2.5, ReturnProbability = 0.1, CouponProbability = 0.12,
            BuysGifts = true,
        },
        new()
        {
            Name = "bargain-hunter", Share = 0.14,
            Description = "Looks a lot, buys small things with a coupon, and follows the next offer elsewhere.",
            PurchaseShape = 1.5, PurchaseRateWeeks = 11, DropoutShape = 1, DropoutRateWeeks = 60,
            SpendShape = 6, SpendCustomerShape = 6, SpendCustomerRate = 16, ExtraLines = 1.1, Thrift = 9,
            TasteConcentration = 5, VisitsPerPurchase = 4.5, ReturnProbability = 0.09, CouponProbability = 0.6,
        },
        new()
        {
            Name = "collector", Share = 0.08,
            Description = "Buys dear single pieces of one or two categories, faithfully.",
            PurchaseShape = 3, PurchaseRateWeeks = 15, DropoutShape = 1.4, DropoutRateWeeks = 240,
            SpendShape = 4, SpendCustomerShape = 5, SpendCustomerRate = 92, ExtraLines = 0.5, Thrift = 2,
            TasteConcentration = 1.2, VisitsPerPurchase = 3, ReturnProbability = 0.05, CouponProbability = 0.04,
        },
        new()
        {
            Name = "reseller", Share = 0.03,
            Description = "A small shop that stocks up often, in large quantities.",
            PurchaseShape = 3, PurchaseRateWeeks = 7.5, DropoutShape = 1.5, DropoutRateWeeks = 220,
            SpendShape = 3, SpendCustomerShape = 4, SpendCustomerRate = 380, ExtraLines = 7, Thrift = 18,
            TasteConcentration = 9, VisitsPerPurchase = 0.6, ReturnProbability = 0.04, CouponProbability = 0.02,
        },
    ];

    public static IReadOnlyList<ArchetypeSummary> Summaries { get; } =
        [.. All.Select(one => new ArchetypeSummary(one.Name, one.Share, one.Description))];
}
