using System.Text.Json;
using Tessera.Segments.Live;
using Tessera.Server.Ingestion.Contracts;

namespace Tessera.Server.Segments.Live;

/// <summary>The consents that a call gives and withdraws: what its context says in <c>consent.categoryPreferences</c>, as the engine reads it when it stores the call.</summary>
internal static class LiveConsents
{
    private static ReadOnlySpan<byte> Preferences => "\"categoryPreferences\""u8;

    /// <summary>Those of a call; none for most calls, at the cost of looking for one word.</summary>
    public static IReadOnlyList<ConsentChange> Of(TrackingRecord call)
    {
        if (call.Context.Span.IndexOf(Preferences) < 0 && call.SharedContext.Span.IndexOf(Preferences) < 0)
        {
            return [];
        }

        using var context = JsonDocument.Parse(CallContext.Of(call));
        var preferences = First(First(context.RootElement, "consent"), "categoryPreferences");
        return preferences.ValueKind != JsonValueKind.Object ? [] :
        [
            .. preferences.EnumerateObject()
                .Where(preference => preference.Value.ValueKind is JsonValueKind.True or JsonValueKind.False)
                .Select(preference => new ConsentChange(preference.Name, call.Time, preference.Value.ValueKind == JsonValueKind.True)),
        ];
    }

    private static JsonElement First(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object ? of.EnumerateObject().FirstOrDefault(member => member.NameEquals(name)).Value : default;
}
