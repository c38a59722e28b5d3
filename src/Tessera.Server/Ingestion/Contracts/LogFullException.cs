namespace Tessera.Server.Ingestion.Contracts;

/// <summary>More waits to become durable than may: the sender should come again a little later.</summary>
internal sealed class LogFullException() : Exception("The event log takes no more at the moment.");
