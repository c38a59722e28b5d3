namespace Tessera.Server.Pipeline.Contracts;

/// <summary>A stored call of which the engine makes further rows.</summary>
/// <param name="Workspace">The workspace.</param>
/// <param name="MessageId">Its id.</param>
/// <param name="Time">When it happened.</param>
internal sealed record DerivingCall(string Workspace, string MessageId, DateTimeOffset Time);
