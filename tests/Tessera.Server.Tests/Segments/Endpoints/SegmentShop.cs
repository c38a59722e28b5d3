namespace Tessera.Server.Tests.Segments.Endpoints;

/// <summary>Customers of every sort, with ties on each axis; the last of them bought on 28 June 2024.</summary>
internal static class SegmentShop
{
    public static OrderLine[] Lines(Shop shop, int customers, string country = "") =>
    [
        .. Enumerable.Range(0, customers).SelectMany(customer => Enumerable.Range(0, 1 + (customer * 5 % 8)).Select(order =>
            shop.Line($"c{customer:000}", $"2024-06-{28 - (customer * 13 % 28):00}", $"{customer}-{order}", 1 + (customer * 37 % 20), country: country))),
    ];
}
