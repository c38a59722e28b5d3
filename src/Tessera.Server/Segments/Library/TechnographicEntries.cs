using System.Globalization;

namespace Tessera.Server.Segments.Library;

/// <summary>By what customers use.</summary>
internal static class TechnographicEntries
{
    private const string Strategy = "technographic";

    public static IEnumerable<LibraryEntry> All { get; } =
    [
        new("mobile-first", "On the phone", Strategy, "Who was last here on a phone?",
            "Their latest call came from a phone. What does not fit a small screen does not reach them.",
            fit =>
            {
                var device = fit.Trait("device-trait", "The kind of device", "context.device.type", "device_type", "device");
                return $"{device} is {fit.Value("device", "The device", fit.FactsOf(device), value => value.Contains("mobile", StringComparison.OrdinalIgnoreCase) || value.Contains("phone", StringComparison.OrdinalIgnoreCase) || value is "ios" or "android")}";
            }),
        new("main-browser", "Main browser", Strategy, "Which browser must always work?",
            "Customers with the most frequent browser; choose another to see who a fault there would hit.",
            fit =>
            {
                var browser = fit.Trait("browser-trait", "The browser", "context.browser.name", "context.userAgentData.brand", "browser");
                return $"{browser} is {fit.Value("browser", "The browser chosen", fit.FactsOf(browser))}";
            }),
        new("outdated-app", "Outdated app", Strategy, "Who cannot have what is new?",
            "Their app is older than the current major version. Ask them to update before a launch, not after.",
            fit =>
            {
                var version = fit.Trait("version-trait", "The app's version", "context.app.version", "app_version");
                var major = fit.FactsOf(version)?.TopValues.Select(value => value.Value.Split('.')[0]).Where(part => part.All(char.IsAsciiDigit) && part.Length is > 0 and < 6).Select(part => int.Parse(part, CultureInfo.InvariantCulture)).DefaultIfEmpty(0).Max() ?? 0;
                var since = fit.Number("major", "The major version that counts as current", major);
                return $"{version} < version {LibraryFitting.Quoted($"{since}.0.0")}";
            }),
        new("integrators", "Integrators", Strategy, "Who has tied the product to their other tools?",
            "They connected at least one other tool: the surest sign of staying. Suggest the next one.",
            fit => $"did {fit.Event("integration-event", "The connection of another tool", "Integration Connected", "Integration Enabled", "App Connected", "API Key Created")}"),
    ];
}
