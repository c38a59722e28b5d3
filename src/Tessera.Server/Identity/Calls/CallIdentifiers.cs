using System.Text;
using System.Text.Json;
using Tessera.Domain;
using Tessera.Server.Identity.Contracts;
using Tessera.Server.Ingestion.Contracts;

namespace Tessera.Server.Identity.Calls;

/// <summary>Finds the identifiers that a call has beside its user id and anonymous id: in its traits, in those of its context, and in the context's externalIds.</summary>
internal static class CallIdentifiers
{
    /// <summary>The identifiers, each in its one form; an identifier may come twice.</summary>
    public static void Collect(TrackingRecord call, ICollection<Identifier> found)
    {
        if (call.Type == CallType.Identify && MayHaveTraits(call.Properties.Span))
        {
            Read(call.Properties, root => CollectTraits(root, found));
        }

        if (!Collect(call.Context, found))
        {
            Collect(call.SharedContext, found);
        }
    }

    /// <summary>The identifiers in the JSON text of a context's externalIds; none when it is empty.</summary>
    public static void CollectExternalIds(string json, ICollection<Identifier> found)
    {
        if (json.Length > 0)
        {
            Read(Encoding.UTF8.GetBytes(json), ids => CollectExternalIds(ids, found));
        }
    }

    private static bool Collect(ReadOnlyMemory<byte> context, ICollection<Identifier> found)
    {
        var span = context.Span;
        if (span.IndexOf("\"traits\""u8) < 0 && span.IndexOf("\"externalIds\""u8) < 0)
        {
            return false;
        }

        Read(context, root =>
        {
            if (root.TryGetProperty("traits", out var traits))
            {
                CollectTraits(traits, found);
            }

            if (root.TryGetProperty("externalIds", out var ids))
            {
                CollectExternalIds(ids, found);
            }
        });
        return true;
    }

    private static void CollectExternalIds(JsonElement ids, ICollection<Identifier> found)
    {
        if (ids.ValueKind == JsonValueKind.Array)
        {
            foreach (var id in ids.EnumerateArray())
            {
                CollectExternal(id, found);
            }
        }
    }

    private static bool MayHaveTraits(ReadOnlySpan<byte> json) => json.IndexOf("\"email\""u8) >= 0 || json.IndexOf("\"phone\""u8) >= 0;

    private static void CollectTraits(JsonElement traits, ICollection<Identifier> found)
    {
        Add(IdentifierKinds.Email, Text(traits, "email"), found);
        Add(IdentifierKinds.Phone, Text(traits, "phone"), found);
    }

    private static void CollectExternal(JsonElement id, ICollection<Identifier> found)
    {
        // One of a collection other than users names something else: a device, a company.
        if (IdentifierValues.Kind(Text(id, "type")) is { } kind && Text(id, "collection") is null or "users")
        {
            Add(kind, Text(id, "id"), found);
        }
    }

    private static void Add(string kind, string? value, ICollection<Identifier> found)
    {
        if (IdentifierValues.Normalise(kind, value) is { } identifier)
        {
            found.Add(identifier);
        }
    }

    private static string? Text(JsonElement of, string name) => of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value)
        ? value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        }
        : null;

    private static void Read(ReadOnlyMemory<byte> json, Action<JsonElement> read)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            read(document.RootElement);
        }
        catch (Exception mistake) when (mistake is JsonException or InvalidOperationException)
        {
            // Half a character, which some senders manage: it names nobody.
        }
    }
}
