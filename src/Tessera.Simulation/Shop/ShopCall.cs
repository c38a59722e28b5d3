using Tessera.Simulation.Running;

namespace Tessera.Simulation.Shop;

/// <summary>The kinds of calls that the shop makes; the numbers index <see cref="Shapes"/>.</summary>
internal static class ShopCall
{
    public const int Identify = 0;
    public const int HomePage = 1;
    public const int ProductListViewed = 2;
    public const int ProductViewed = 3;
    public const int ProductAdded = 4;
    public const int CartViewed = 5;
    public const int CheckoutStarted = 6;
    public const int OrderCompleted = 7;
    public const int OrderRefunded = 8;

    public static IReadOnlyList<CallShape> Shapes { get; } =
    [
        CallShape.Identify,
        CallShape.Page("Home"),
        CallShape.Track("Product List Viewed"),
        CallShape.Track("Product Viewed"),
        CallShape.Track("Product Added"),
        CallShape.Track("Cart Viewed"),
        CallShape.Track("Checkout Started"),
        CallShape.Track("Order Completed"),
        CallShape.Track("Order Refunded"),
    ];
}
