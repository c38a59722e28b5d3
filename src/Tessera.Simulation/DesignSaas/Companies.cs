namespace Tessera.Simulation.DesignSaas;

/// <summary>Words for companies.</summary>
internal static class Companies
{
    public static IReadOnlyList<string> Industries { get; } =
        ["marketing", "software", "retail", "education", "media", "hospitality", "healthcare", "nonprofit", "manufacturing", "finance"];

    public static IReadOnlyList<string> FirstWords { get; } =
        ["Bright", "Paper", "North", "Copper", "Velvet", "Field", "Little", "Modern", "Harbour", "Silver", "Open", "Second", "Blue", "Quiet", "Round", "Wild"];

    public static IReadOnlyList<string> SecondWords { get; } =
        ["Fox", "Lantern", "Studio", "Works", "Bridge", "Garden", "Pencil", "Compass", "Orchard", "House", "Signal", "Kite", "Anchor", "Canvas", "Tower", "River"];

    public static IReadOnlyList<string> Integrations { get; } =
        ["slack", "google_drive", "dropbox", "figma", "wordpress", "shopify", "hubspot", "notion", "zapier", "mailchimp"];
}
