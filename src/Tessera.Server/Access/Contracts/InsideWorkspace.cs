namespace Tessera.Server.Access.Contracts;

/// <summary>Endpoint metadata: whether the endpoint speaks to one workspace. The last one on an endpoint counts.</summary>
internal sealed record InsideWorkspace(bool Required);
