namespace Tessera.Segments.Tests.Support;

/// <summary>What generated definitions are about.</summary>
internal sealed record Vocabulary
{
    /// <summary>Names and texts that try the readers and writers, with no regard to any data.</summary>
    internal static Vocabulary Strange { get; } = new()
    {
        Events = ["Export File", "Login", "Order Completed", "any event", ""],
        Names = ["plan", "seats", "created_at", "tags", "count", "company", "in", "trait", "größe", "a-b", "_x", "2fa", "Favourite colour", "a.b", "", "день"],
        Texts = ["free", "pro", "", " ", "a \"quoted\" text", "back\\slash", "line\nbreak", "tab\tand\rreturn", "ß – ü", "😀", "\u0001", "#", "and", "2026-01-01", "10"],
        Numbers = [0, 1, -1, 2.5, -0.001, 100, 1e6, 1e21, 1e-9, 0.1, 123456789.125, 3.3333333333333335],
        Days = [.. Enumerable.Range(0, 365).Select(new DateOnly(2026, 1, 1).AddDays), new DateOnly(2024, 2, 29)],
        Instants = [.. new[] { 0, 1, 250_000, 999_999 }.Select(micro => new DateTimeOffset(2026, 3, 1, 9, 30, 0, TimeSpan.Zero).AddMicroseconds(micro))],
        Keys = ["vip", "a \"b\"", "über"],
        Purposes = ["email", "a \"b\""],
        Longest = 60,
    };

    public required string[] Events { get; init; }

    /// <summary>Names that paths are made of at random.</summary>
    public string[] Names { get; init; } = [];

    /// <summary>The paths of traits, if not any.</summary>
    public ValuePath[]? TraitPaths { get; init; }

    /// <summary>The paths of properties, if not any.</summary>
    public ValuePath[]? PropertyPaths { get; init; }

    public required string[] Texts { get; init; }

    public required double[] Numbers { get; init; }

    public string[] Patterns { get; init; } = ["^[^@]+@example\\.com$", "a|b", "", "(?i)x{2,3}", "[[:alpha:]\\d-]+", "\\pL\\b"];

    public string[] Versions { get; init; } = ["2.4.0", "v1", "1.0.0-beta.1", "10.20.30+build.7"];

    public required DateOnly[] Days { get; init; }

    public required DateTimeOffset[] Instants { get; init; }

    public required string[] Keys { get; init; }

    public required string[] Purposes { get; init; }

    /// <summary>Durations are shorter than this many of their unit.</summary>
    public required int Longest { get; init; }
}
