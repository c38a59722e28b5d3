using Tessera.Domain;
using Tessera.Server.Identity.Contracts;
using Tessera.Server.Identity.Rules;
using Tessera.Server.Ingestion.Contracts;

namespace Tessera.Server.Identity.Calls;

/// <inheritdoc cref="ICallIdentities"/>
/// <remarks>Ids of identifiers are remembered, because a hash for each call would cost more than the call.</remarks>
internal sealed class CallIdentities(IdentityRulesStore rules) : ICallIdentities
{
    private const int MostRemembered = 100_000;
    private readonly Dictionary<(string Workspace, Identifier Identifier), IdentityNode> known = [];
    private readonly List<Identifier> found = [];

    public CallIdentity Of(TrackingRecord call)
    {
        var identity = rules.Of(call.Workspace);
        found.Clear();
        Add(IdentifierKinds.UserId, call.UserId);
        Add(IdentifierKinds.AnonymousId, call.AnonymousId);
        CallIdentifiers.Collect(call, found);
        return Of(call.Workspace, identity, new Evidence(call.Time, call.MessageId, call.Source), call.Type == CallType.Alias ? call.OtherId : string.Empty);
    }

    /// <summary>What a stored call says.</summary>
    public CallIdentity Of(string workspace, IEnumerable<Identifier> identifiers, Evidence evidence, string previousId)
    {
        found.Clear();
        found.AddRange(identifiers);
        return Of(workspace, rules.Of(workspace), evidence, previousId);
    }

    private CallIdentity Of(string workspace, WorkspaceIdentity identity, Evidence evidence, string previousId)
    {
        Identifier? owner = null;
        var highest = int.MaxValue;
        foreach (var identifier in found)
        {
            if (!identity.Blocked.Contains(identifier.Value) && identity.Rules.Of(identifier.Kind).Priority is var priority && priority < highest)
            {
                (owner, highest) = (identifier, priority);
            }
        }

        if (owner is not { } deciding)
        {
            return new CallIdentity(null, []);
        }

        var node = NodeOf(workspace, deciding);
        if (found.Count == 1 && previousId.Length == 0)
        {
            return new CallIdentity(node, []);
        }

        List<IdentityLink> links = [];
        foreach (var identifier in found.Distinct().Where(identifier => identifier != deciding && !identity.Blocked.Contains(identifier.Value)))
        {
            links.Add(IdentityLink.Between(node, NodeOf(workspace, identifier), evidence, isExplicit: false));
        }

        // The previous id of an alias call is one of either kind: it does not say which.
        foreach (var kind in (string[])[IdentifierKinds.UserId, IdentifierKinds.AnonymousId])
        {
            if (new Identifier(kind, previousId) is var previous && previous != deciding && !identity.Blocked.Contains(previousId))
            {
                links.Add(IdentityLink.Between(node, NodeOf(workspace, previous), evidence, isExplicit: true));
            }
        }

        return new CallIdentity(node, links);
    }

    private void Add(string kind, string value)
    {
        if (value.Length > 0)
        {
            found.Add(new Identifier(kind, value));
        }
    }

    private IdentityNode NodeOf(string workspace, Identifier identifier)
    {
        if (known.TryGetValue((workspace, identifier), out var node))
        {
            return node;
        }

        if (known.Count >= MostRemembered)
        {
            known.Clear();
        }

        return known[(workspace, identifier)] = IdentityNode.Of(new WorkspaceKey(workspace), identifier);
    }
}
