using Tessera.Simulation.Randomness;

namespace Tessera.Simulation.People;

/// <summary>The devices that customers use.</summary>
internal static class Devices
{
    public static IReadOnlyList<Device> Desktop { get; } =
    [
        new("desktop", "Windows", "11", "Chrome", "131.0", "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36"),
        new("desktop", "macOS", "15.1", "Safari", "18.1", "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15"),
        new("desktop", "macOS", "14.6", "Chrome", "131.0", "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36"),
        new("desktop", "Windows", "10", "Edge", "131.0", "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0"),
        new("desktop", "Windows", "11", "Firefox", "133.0", "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0"),
        new("desktop", "Linux", "6.8", "Firefox", "133.0", "Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0"),
        new("desktop", "ChromeOS", "131", "Chrome", "131.0", "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36"),
    ];

    public static IReadOnlyList<Device> Mobile { get; } =
    [
        new("mobile", "iOS", "18.1", "Safari", "18.1", "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1"),
        new("mobile", "Android", "15", "Chrome", "131.0", "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36"),
        new("mobile", "Android", "14", "Samsung Internet", "27.0", "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36"),
        new("tablet", "iPadOS", "18.1", "Safari", "18.1", "Mozilla/5.0 (iPad; CPU OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1"),
    ];

    /// <summary>Which desktop device a customer has.</summary>
    public static WeightedChoice DesktopShares { get; } = new(0.34, 0.13, 0.2, 0.13, 0.08, 0.05, 0.07);

    /// <summary>Which mobile device a customer has.</summary>
    public static WeightedChoice MobileShares { get; } = new(0.45, 0.33, 0.12, 0.1);
}
