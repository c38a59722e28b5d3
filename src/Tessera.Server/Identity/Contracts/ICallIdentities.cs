using Tessera.Server.Ingestion.Contracts;

namespace Tessera.Server.Identity.Contracts;

/// <summary>Reads of calls whose they are. For one thread: it remembers what it has answered.</summary>
internal interface ICallIdentities
{
    /// <summary>What a call says of who made it, by the rules of its workspace.</summary>
    CallIdentity Of(TrackingRecord call);
}
