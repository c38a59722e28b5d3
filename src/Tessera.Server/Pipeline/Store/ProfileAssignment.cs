using Tessera.Domain;
using Tessera.Server.Ingestion.Contracts;

namespace Tessera.Server.Pipeline.Store;

/// <summary>Which profile a call belongs to: the one of its user id, or else of its anonymous id.</summary>
/// <remarks>Remembers what it has answered, because a hash for each call would cost more than the call. For one thread.</remarks>
internal sealed class ProfileAssignment
{
    private const int MostRemembered = 100_000;
    private readonly Dictionary<(string Workspace, string Kind, string Value), Guid> known = [];

    /// <summary>The identifier that decides.</summary>
    public static Identifier IdentifierOf(TrackingRecord record) => record.UserId is { Length: > 0 } userId
        ? new Identifier(IdentifierKinds.UserId, userId)
        : new Identifier(IdentifierKinds.AnonymousId, record.AnonymousId);

    /// <summary>The profile of an identifier.</summary>
    public Guid Of(string workspace, Identifier identifier)
    {
        if (known.TryGetValue((workspace, identifier.Kind, identifier.Value), out var profile))
        {
            return profile;
        }

        if (known.Count >= MostRemembered)
        {
            known.Clear();
        }

        return known[(workspace, identifier.Kind, identifier.Value)] = ProfileId.For(new WorkspaceKey(workspace), identifier).Value;
    }
}
