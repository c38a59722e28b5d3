using System.Text.Json;

namespace Tessera.Cli.Api;

/// <summary>What the server answered: its exact text, for <c>--json</c>, and the same read.</summary>
internal sealed class JsonAnswer(string text)
{
    /// <summary>The answer, byte for byte.</summary>
    public string Text { get; } = text;

    /// <summary>The answer, read.</summary>
    public JsonElement Value { get; } = Parse(text);

    /// <summary>The elements of the list <c>items</c>.</summary>
    public IReadOnlyList<JsonElement> Items => [.. Value.GetProperty("items").EnumerateArray()];

    /// <summary>The cursor of the next page, or null on the last one.</summary>
    public string? Next => Value.TryGetProperty("next", out var next) ? next.GetString() : null;

    private static JsonElement Parse(string text)
    {
        using var document = JsonDocument.Parse(text.Length == 0 ? "null" : text);
        return document.RootElement.Clone();
    }
}
