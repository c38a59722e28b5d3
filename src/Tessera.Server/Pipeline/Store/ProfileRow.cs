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
    ulong Version,
    byte IsRemoved = 0);

/// <summary>A row of the table <c>profiles</c> on its way in. Of one that says nothing new but when the profile was last seen, the engine makes nothing.</summary>
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
    ulong Version,
    byte IsRemoved,
    byte IsOnlySeen = 0)
{
    public static StoredProfileRow Of(string workspace, ProfileRow row) => new(
        workspace, row.ProfileId, row.Kind, row.Identifier, row.Name, row.Email, row.Country, row.Traits, row.FirstSeen, row.LastSeen, row.Version, row.IsRemoved);
}

/// <summary>A trait as the calls of one identifier say it last.</summary>
internal sealed record TraitRow(Guid NodeId, string Name, string Value, DateTimeOffset Time, string MessageId);

/// <summary>When the calls and order lines of one identifier happened.</summary>
internal sealed record SeenRow(Guid NodeId, DateTimeOffset First, DateTimeOffset Last, long OrderLines);
