using System.Text.Json;

namespace Tessera.Server.Pipeline.Store;

/// <summary>Looks whether identify calls say anything that a profile does not say already.</summary>
/// <remarks>
/// What is kept of a trait is what the call said that happened last. A call that says the same changes nothing, whenever it happened: either that one still holds, or this one, which
/// says the same. So history need not be asked. Values are compared as they are written; where they are written differently, history decides.
/// </remarks>
internal static class SaidTraits
{
    /// <summary>Whether all that some calls say is what the row says.</summary>
    /// <param name="row">The row.</param>
    /// <param name="calls">The traits of each call, a JSON object or nothing.</param>
    public static bool AreAll(ProfileRow row, IEnumerable<ReadOnlyMemory<byte>> calls)
    {
        JsonDocument? known = null;
        try
        {
            foreach (var call in calls.Where(traits => !traits.IsEmpty))
            {
                known ??= JsonDocument.Parse(row.Traits);
                using var said = JsonDocument.Parse(call);
                if (!AreAll(row, known.RootElement, said.RootElement))
                {
                    return false;
                }
            }

            return true;
        }
        catch (Exception mistake) when (mistake is JsonException or InvalidOperationException)
        {
            // Such as half a character, which some senders manage.
            return false;
        }
        finally
        {
            known?.Dispose();
        }
    }

    private static bool AreAll(ProfileRow row, JsonElement known, JsonElement said)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (var trait in said.EnumerateObject())
        {
            // Of a name that is there twice, the engine says what holds.
            if (!names.Add(trait.Name) || !Is(row, known, trait))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Is(ProfileRow row, JsonElement known, JsonProperty trait) => trait.Name switch
    {
        "" => false,
        "name" => IsText(trait.Value, row.Name),
        "email" => IsText(trait.Value, row.Email),
        "country" => IsText(trait.Value, row.Country),
        _ => known.TryGetProperty(trait.Name, out var value) && string.Equals(value.GetRawText(), trait.Value.GetRawText(), StringComparison.Ordinal),
    };

    private static bool IsText(JsonElement value, string text) => text.Length > 0 && value.ValueKind == JsonValueKind.String && value.ValueEquals(text);
}
