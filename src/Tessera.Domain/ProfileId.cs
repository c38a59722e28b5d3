using System.Security.Cryptography;
using System.Text;

namespace Tessera.Domain;

/// <summary>The id of one customer's profile inside a workspace.</summary>
/// <remarks>
/// Derived from the first identifier that a profile was known by, so that importing the same data again, on the same or
/// another machine, yields the same ids and nothing is doubled.
/// </remarks>
/// <param name="Value">The id as a UUID; the zero UUID stands for "customer unknown".</param>
public readonly record struct ProfileId(Guid Value)
{
    /// <summary>The profile of facts whose customer is not known, such as an order without a customer number.</summary>
    public static ProfileId Unknown { get; }

    /// <summary>Whether the id stands for "customer unknown".</summary>
    public bool IsUnknown => Value == Guid.Empty;

    /// <summary>
    /// The id of a profile first known by <paramref name="identifier"/>: a name-based UUID (RFC 9562, version 8, SHA-256) of
    /// workspace, kind and value.
    /// </summary>
    /// <param name="workspace">The workspace the profile belongs to.</param>
    /// <param name="identifier">The identifier; its kind and value are taken as they are.</param>
    /// <returns>Always the same id for the same arguments.</returns>
    public static ProfileId For(WorkspaceKey workspace, Identifier identifier)
    {
        // U+001F cannot occur in a workspace key or kind, so no two different triples share a text.
        var name = Encoding.UTF8.GetBytes($"{workspace.Value}\u001f{identifier.Kind}\u001f{identifier.Value}");
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(name, hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new ProfileId(new Guid(hash[..16], bigEndian: true));
    }

    /// <summary>The id in its usual form of 36 characters.</summary>
    public override string ToString() => Value.ToString("D");
}
