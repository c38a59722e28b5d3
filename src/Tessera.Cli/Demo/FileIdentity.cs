using System.Security.Cryptography;

namespace Tessera.Cli.Demo;

/// <summary>By what a file is known again.</summary>
/// <param name="Bytes">Its length.</param>
/// <param name="ModifiedAt">When it was written last.</param>
/// <param name="Sha256">The hash of its content, in hexadecimal.</param>
internal sealed record FileIdentity(long Bytes, DateTimeOffset ModifiedAt, string Sha256)
{
    /// <summary>The identity of a file as it is now; reads all of it.</summary>
    public static async Task<FileIdentity> OfAsync(string file, CancellationToken cancellationToken)
    {
        var info = new FileInfo(file);
        await using var content = info.OpenRead();
        return new FileIdentity(info.Length, new DateTimeOffset(info.LastWriteTimeUtc), Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken)));
    }

    /// <summary>Whether a file still is the one that was known; read only when its length or time differ.</summary>
    public async Task<bool> IsStillAsync(string file, CancellationToken cancellationToken)
    {
        var info = new FileInfo(file);
        return (info.Length == Bytes && info.LastWriteTimeUtc == ModifiedAt.UtcDateTime)
            || (info.Length == Bytes && (await OfAsync(file, cancellationToken)).Sha256 == Sha256);
    }
}
