using Dapper;
using Tessera.Server.Access.Secrets;
using Tessera.Server.Hosting;

namespace Tessera.Server.Access.Sessions;

/// <summary>The codes in printed sign-in links: each opens one session, once, soon.</summary>
internal sealed class SignInCodes(MetadataDatabase metadata, TimeProvider time)
{
    /// <summary>How long a printed link is good for: long enough to fetch a coffee while sample data is made.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromHours(1);

    /// <summary>A new code, and until when it is good.</summary>
    public async Task<(Secret Code, DateTimeOffset ExpiresAt)> CreateAsync(CancellationToken cancellationToken)
    {
        var code = Secret.Create(SecretPrefixes.SignInCode);
        var now = time.GetUtcNow();
        var expiresAt = now + Lifetime;
        await using var connection = await metadata.OpenAsync(cancellationToken);
        await connection.ExecuteAsync("DELETE FROM sign_in_codes WHERE expires_at <= @Now", new { Now = now });
        await connection.ExecuteAsync(
            "INSERT INTO sign_in_codes (hash, expires_at) VALUES (@Hash, @ExpiresAt)", new { Hash = code.Hash(), ExpiresAt = expiresAt });
        return (code, expiresAt);
    }

    /// <summary>Uses a code up; true for exactly one of any number of simultaneous attempts with a good code.</summary>
    public async Task<bool> RedeemAsync(string code, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        return await connection.ExecuteAsync(
            "DELETE FROM sign_in_codes WHERE hash = @Hash AND expires_at > @Now",
            new { Hash = new Secret(code).Hash(), Now = time.GetUtcNow() }) == 1;
    }
}
