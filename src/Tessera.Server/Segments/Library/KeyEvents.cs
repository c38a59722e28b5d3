namespace Tessera.Server.Segments.Library;

/// <summary>The event that shows that a customer gets what they came for: a purchase in a shop, the finished work in a tool.</summary>
internal static class KeyEvents
{
    /// <summary>What purchases are called.</summary>
    public static readonly string[] Purchases = ["Order Completed", "Purchase", "Purchased", "Order Placed", "Checkout Completed"];

    // In a product that people work in, what they take out of it says more than what they pay.
    private static readonly string[] Results =
    [
        "Export File", "File Exported", "Report Exported", "Project Published", "Published", "Message Sent", "Task Completed", "Video Watched", "Song Played", "Lesson Completed",
        "Document Created", "Project Created", "Transaction Completed", "Booking Completed", "Invoice Sent",
    ];

    /// <summary>The key event, as it is written in a definition.</summary>
    public static string Of(LibraryFitting fit) => fit.Event("key-event", "The event that shows success", [.. Results, .. Purchases]);

    /// <summary>Whether the key event is a purchase: people buy more rarely than they work.</summary>
    public static bool IsPurchase(string keyEvent) => Purchases.Any(purchase => LibraryFitting.Quoted(purchase) == keyEvent);

    /// <summary>The purchase, as it is written in a definition.</summary>
    public static string Purchase(LibraryFitting fit) => fit.Event("purchase-event", "The purchase", Purchases);

    /// <summary>What a purchase is worth, as it is written in a definition.</summary>
    public static string Revenue(LibraryFitting fit, string purchase) => fit.Property("revenue-property", "What a purchase is worth", purchase, "revenue", "total", "value", "amount", "price");
}
