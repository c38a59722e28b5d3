namespace Tessera.Server.Pipeline.Contracts;

/// <summary>When customers were last seen, where the engine does not know it yet.</summary>
internal interface IRecentlySeen
{
    /// <summary>When a profile was last seen; null when its row says it. Ask before the row is read: what is not answered here is there by then.</summary>
    DateTimeOffset? LastSeen(Guid profile);
}
