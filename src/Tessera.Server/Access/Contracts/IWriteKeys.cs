namespace Tessera.Server.Access.Contracts;

/// <summary>The write keys by which sources send events.</summary>
internal interface IWriteKeys
{
    /// <summary>Whose key it is; null when it is nobody's.</summary>
    Task<WriteKeyOwner?> FindAsync(string key, CancellationToken cancellationToken);
}
