using System.Text;
using System.Text.Json;
using Tessera.Server.Imports.Dates;
using Tessera.Server.Imports.Publishing;

namespace Tessera.Server.Imports.Events;

/// <summary>Takes the traits of an identify call apart.</summary>
internal sealed class TraitReader
{
    private readonly DateReader dates = new(new DateStyle(DateOrder.YearMonthDay, DateNumber.UnixMilliseconds), TimeZoneInfo.Utc);

    /// <summary>The traits, each a row. A first and last name make a name when none is given, and so does an address's country a country.</summary>
    public IReadOnlyList<StagedTrait> Read(StagedEvent call)
    {
        using var document = JsonDocument.Parse(call.Properties);
        var traits = new List<StagedTrait>();
        var root = document.RootElement;
        foreach (var trait in root.EnumerateObject().Where(trait => trait.Name.Length > 0))
        {
            traits.Add(Row(trait.Name, trait.Value.GetRawText()));
            if (trait.Name is "createdAt" or "created_at" && trait.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number
                && dates.TryRead(Encoding.UTF8.GetBytes(trait.Value.ToString()), out var since))
            {
                traits.Add(Row(string.Empty, "null") with { Time = new DateTimeOffset(since) });
            }
        }

        if (!root.TryGetProperty("name", out _) && string.Join(' ', new[] { Text("firstName", "first_name"), Text("lastName", "last_name") }.OfType<string>()) is { Length: > 0 } name)
        {
            traits.Add(Row("name", JsonSerializer.Serialize(name)));
        }

        if (!root.TryGetProperty("country", out _) && root.TryGetProperty("address", out var address) && address.ValueKind == JsonValueKind.Object
            && address.TryGetProperty("country", out var country) && country.ValueKind == JsonValueKind.String)
        {
            traits.Add(Row("country", country.GetRawText()));
        }

        return traits;

        string? Text(string camel, string snake) =>
            (root.TryGetProperty(camel, out var value) || root.TryGetProperty(snake, out value)) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
                ? text
                : null;

        StagedTrait Row(string trait, string value) =>
            new(call.ImportId, call.ProfileId, call.IdentifierKind, call.Identifier, call.Time, trait, value, call.SourceLine);
    }
}
