using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Tessera.Server.Destinations.Webhooks.Signing;

/// <summary>What deliveries are signed with, as Standard Webhooks 1.0 has it: <c>whsec_</c> and the base64 of 24 to 64 random bytes.</summary>
internal sealed class WebhookSecret
{
    private const string Prefix = "whsec_";
    private const int Bytes = 32;
    private const int LeastBytes = 24;
    private const int MostBytes = 64;

    private readonly byte[] key;

    private WebhookSecret(string text, byte[] key) => (Text, this.key) = (text, key);

    /// <summary>The secret as its holders write it.</summary>
    public string Text { get; }

    /// <summary>A new secret.</summary>
    public static WebhookSecret Create()
    {
        var random = RandomNumberGenerator.GetBytes(Bytes);
        return new WebhookSecret(Prefix + Convert.ToBase64String(random), random);
    }

    /// <summary>Reads a secret.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out WebhookSecret? secret)
    {
        var decoded = new byte[text.Length];
        var length = 0;
        var valid = text.StartsWith(Prefix, StringComparison.Ordinal)
            && Convert.TryFromBase64String(text[Prefix.Length..], decoded, out length)
            && length is >= LeastBytes and <= MostBytes;
        secret = valid ? new WebhookSecret(text, decoded[..length]) : null;
        return valid;
    }

    /// <summary>The signature of a delivery: <c>v1,</c> and the base64 of HMAC-SHA256 over <c>id.timestamp.body</c>.</summary>
    /// <param name="message">The delivery's id.</param>
    /// <param name="timestamp">Seconds since 1970 of this try.</param>
    /// <param name="body">The bytes of the body.</param>
    public string Sign(string message, string timestamp, string body) =>
        "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{message}.{timestamp}.{body}")));
}
