using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Tessera.Server.Access.Secrets;

/// <summary>256 random bits that open something; shown once, kept only as a hash.</summary>
/// <remarks>
/// A plain SHA-256 is enough: unlike a password, the secret cannot be guessed, so there is nothing that a slow hash would
/// slow down.
/// </remarks>
/// <param name="Text">What the holder presents: a prefix that says what it is, then 43 characters of base64url.</param>
internal readonly record struct Secret(string Text)
{
    private const int Bytes = 32;

    /// <summary>A new secret.</summary>
    /// <param name="prefix">For example <c>tsr_admin_</c>, so that a leaked secret is recognised by people and scanners.</param>
    public static Secret Create(string prefix) =>
        new(prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes)));

    /// <summary>What the database keeps.</summary>
    public byte[] Hash() => SHA256.HashData(Encoding.UTF8.GetBytes(Text));
}
