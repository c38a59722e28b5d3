using Dapper;
using Tessera.Server.Access.Secrets;
using Tessera.Server.Hosting;

namespace Tessera.Server.Access.Sessions;

/// <summary>The sessions of signed-in browsers, by the hash of their cookie.</summary>
internal sealed class SessionStore(MetadataDatabase metadata, TimeProvider time)
{
    /// <summary>A session ends when it has not been used for this long.</summary>
    public static TimeSpan IdleLifetime { get; } = TimeSpan.FromDays(14);

    /// <summary>A session ends this long after signing in, however busy.</summary>
    public static TimeSpan TotalLifetime { get; } = TimeSpan.FromDays(90);

    /// <summary>Expiry is moved only when it gained this much, so that reading a page does not write to disk.</summary>
    private static readonly TimeSpan RenewalGrain = TimeSpan.FromHours(1);

    public async Task<Secret> CreateAsync(CancellationToken cancellationToken)
    {
        var secret = Secret.Create(SecretPrefixes.Session);
        var now = time.GetUtcNow();
        await using var connection = await metadata.OpenAsync(cancellationToken);
        await connection.ExecuteAsync("DELETE FROM sessions WHERE expires_at <= @Now", new { Now = now });
        await connection.ExecuteAsync(
            "INSERT INTO sessions (hash, created_at, expires_at) VALUES (@Hash, @Now, @ExpiresAt)",
            new { Hash = secret.Hash(), Now = now, ExpiresAt = now + IdleLifetime });
        return secret;
    }

    /// <summary>Whether the session is alive; using it keeps it alive.</summary>
    public async Task<bool> TouchAsync(string secret, CancellationToken cancellationToken)
    {
        var hash = new Secret(secret).Hash();
        var now = time.GetUtcNow();
        await using var connection = await metadata.OpenAsync(cancellationToken);
        var session = await connection.QuerySingleOrDefaultAsync<Session>(
            "SELECT created_at, expires_at FROM sessions WHERE hash = @Hash AND expires_at > @Now", new { Hash = hash, Now = now });
        if (session is null)
        {
            return false;
        }

        var end = session.CreatedAt + TotalLifetime;
        var renewed = now + IdleLifetime < end ? now + IdleLifetime : end;
        if (renewed - session.ExpiresAt >= RenewalGrain)
        {
            await connection.ExecuteAsync(
                "UPDATE sessions SET expires_at = @ExpiresAt WHERE hash = @Hash", new { Hash = hash, ExpiresAt = renewed });
        }

        return true;
    }

    public async Task EndAsync(string secret, CancellationToken cancellationToken)
    {
        await using var connection = await metadata.OpenAsync(cancellationToken);
        await connection.ExecuteAsync("DELETE FROM sessions WHERE hash = @Hash", new { Hash = new Secret(secret).Hash() });
    }

    private sealed record Session(DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt);
}
