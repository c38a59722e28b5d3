using System.Buffers;
using System.Text;
using System.Text.Json;
using Tessera.Domain;

namespace Tessera.Server.Pipeline.Store;

/// <summary>What a batch says of one profile.</summary>
/// <param name="Id">The profile.</param>
/// <param name="Identifier">What it is known by.</param>
/// <param name="First">When the first of its calls happened.</param>
/// <param name="Last">When the last of them happened.</param>
internal sealed record TouchedProfile(Guid Id, Identifier Identifier, DateTimeOffset First, DateTimeOffset Last)
{
    /// <summary>What several rows of one customer come to: of what they say differently, what the one says that was seen last.</summary>
    public static ProfileRow? Fold(IEnumerable<ProfileRow> rows)
    {
        ProfileRow? whole = null;
        foreach (var row in rows.Where(row => row.Kind.Length > 0).OrderBy(row => row.LastSeen).ThenBy(row => row.ProfileId))
        {
            whole = whole is null ? row : row with
            {
                Name = row.Name.Length > 0 ? row.Name : whole.Name,
                Email = row.Email.Length > 0 ? row.Email : whole.Email,
                Country = row.Country.Length > 0 ? row.Country : whole.Country,
                Traits = Merge(whole.Traits, Objects(row.Traits)),
                FirstSeen = whole.FirstSeen < row.FirstSeen ? whole.FirstSeen : row.FirstSeen,
            };
        }

        return whole;
    }

    /// <summary>The profile with what the batch adds to it; null when that is nothing.</summary>
    /// <param name="known">The profile so far, or null.</param>
    /// <param name="latest">Each trait it was ever identified with, with its latest value as JSON; empty when the batch says nothing new of them.</param>
    public ProfileRow? Update(ProfileRow? known, IReadOnlyDictionary<string, string> latest)
    {
        var before = known ?? new ProfileRow(Id, Identifier.Kind, Identifier.Value, "", "", "", "{}", First, Last, Version: 0);
        var after = before with
        {
            Name = Text(latest, "name") ?? FullName(latest) ?? before.Name,
            Email = Text(latest, "email") ?? before.Email,
            Country = Text(latest, "country") ?? CountryOf(latest) ?? before.Country,
            Traits = latest.Count == 0 ? before.Traits : Merge(before.Traits, latest),
            FirstSeen = First < before.FirstSeen ? First : before.FirstSeen,
            LastSeen = Last > before.LastSeen ? Last : before.LastSeen,
        };
        return known is not null && after == known ? null : after with { Version = before.Version + 1, IsRemoved = 0 };
    }

    // These three have columns of their own.
    private static bool HasColumn(string trait) => trait is "name" or "email" or "country";

    private static string Merge(string traits, IReadOnlyDictionary<string, string> latest)
    {
        var all = Objects(traits);
        foreach (var (name, value) in latest.Where(trait => !HasColumn(trait.Key)))
        {
            all[name] = value;
        }

        var text = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(text))
        {
            json.WriteStartObject();
            foreach (var (name, value) in all)
            {
                json.WritePropertyName(name);
                json.WriteRawValue(value, skipInputValidation: true);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(text.WrittenSpan);
    }

    private static SortedDictionary<string, string> Objects(string traits)
    {
        var all = new SortedDictionary<string, string>(StringComparer.Ordinal);
        using var document = JsonDocument.Parse(traits);
        foreach (var trait in document.RootElement.EnumerateObject())
        {
            all[trait.Name] = trait.Value.GetRawText();
        }

        return all;
    }

    private static string? FullName(IReadOnlyDictionary<string, string> traits)
    {
        var names = new[] { Text(traits, "firstName") ?? Text(traits, "first_name"), Text(traits, "lastName") ?? Text(traits, "last_name") };
        return string.Join(' ', names.OfType<string>()) is { Length: > 0 } name ? name : null;
    }

    private static string? CountryOf(IReadOnlyDictionary<string, string> traits)
    {
        if (!traits.TryGetValue("address", out var address) || !address.StartsWith('{'))
        {
            return null;
        }

        using var document = JsonDocument.Parse(address);
        return document.RootElement.TryGetProperty("country", out var country) && country.ValueKind == JsonValueKind.String ? country.GetString() : null;
    }

    private static string? Text(IReadOnlyDictionary<string, string> traits, string name)
    {
        if (!traits.TryGetValue(name, out var value) || !value.StartsWith('"'))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<string>(value) is { Length: > 0 } text ? text : null;
        }
        catch (Exception mistake) when (mistake is JsonException or InvalidOperationException)
        {
            // Half a character, which some senders manage.
            return null;
        }
    }
}
