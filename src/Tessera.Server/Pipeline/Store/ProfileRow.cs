namespace Tessera.Server.Pipeline.Store;

/// <summary>One row of the table <c>profiles</c>, without its workspace.</summary>
internal sealed record ProfileRow(
    Guid ProfileId,
    string Kind,
    string Identifier,
    string Name,
    string Email,
    string Country,
    string Traits,
    DateTimeOffset FirstSeen,
    DateTimeOffset LastSeen,
    ulong Version);

/// <summary>A row of the table <c>profiles</c> on its way in.</summary>
internal sealed record StoredProfileRow(
    string Workspace,
    Guid ProfileId,
    string Kind,
    string Identifier,
    string Name,
    string Email,
    string Country,
    string Traits,
    DateTimeOffset FirstSeen,
    DateTimeOffset LastSeen,
    ulong Version);

/// <summary>A trait of a profile.</summary>
internal sealed record TraitRow(Guid ProfileId, string Name, string Value);
