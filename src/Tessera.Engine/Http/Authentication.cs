using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Tessera.Engine.Native;

namespace Tessera.Engine.Http;

/// <summary>Lets through only who knows the secret of this start, given in any of the ways ClickHouse accepts.</summary>
internal sealed class Authentication(string user, string secret)
{
    private readonly byte[] expected = SHA256.HashData(Encoding.UTF8.GetBytes(user + "\n" + secret));

    /// <exception cref="EngineException">No credentials (194) or wrong ones (516).</exception>
    public void Require(HttpRequest request)
    {
        if (Credentials(request) is not { } given)
        {
            throw new EngineException(EngineErrors.RequiredPassword, "REQUIRED_PASSWORD", "A user and a password are required.");
        }

        var actual = SHA256.HashData(Encoding.UTF8.GetBytes(given.User + "\n" + given.Password));
        if (!CryptographicOperations.FixedTimeEquals(actual, expected))
        {
            throw new EngineException(
                EngineErrors.AuthenticationFailed,
                "AUTHENTICATION_FAILED",
                $"{given.User}: Authentication failed: password is incorrect, or there is no user with such name.");
        }
    }

    private static (string User, string Password)? Credentials(HttpRequest request)
    {
        if (request.Headers.TryGetValue(Headers.Key, out var key))
        {
            var named = request.Headers[Headers.User].ToString();
            return (named.Length > 0 ? named : "default", key.ToString());
        }

        var authorization = request.Headers.Authorization.ToString();
        if (authorization.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
        {
            var decoded = new byte[authorization.Length];
            if (Convert.TryFromBase64String(authorization["Basic ".Length..].Trim(), decoded, out var length))
            {
                var parts = Encoding.UTF8.GetString(decoded, 0, length).Split(':', 2);
                return (parts[0], parts.Length > 1 ? parts[1] : "");
            }
        }

        var user = request.Query["user"].ToString();
        var password = request.Query["password"].ToString();
        return user.Length > 0 || password.Length > 0 ? (user.Length > 0 ? user : "default", password) : null;
    }
}
