namespace Tessera.Server.Backups.Contracts;

/// <summary>What the other capabilities may ask about backups.</summary>
internal interface IBackupList
{
    /// <summary>The backups that were made, the latest first.</summary>
    Task<IReadOnlyList<KnownBackup>> ListAsync(CancellationToken cancellationToken);
}

/// <summary>A backup that was made.</summary>
/// <param name="Directory">Where it was written.</param>
/// <param name="MadeAt">The instant it is of.</param>
internal sealed record KnownBackup(string Directory, DateTimeOffset MadeAt);
