using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Hosting;
using Tessera.Server.Identity.Calls;
using Tessera.Server.Identity.Contracts;
using Tessera.Server.Identity.Rules;

namespace Tessera.Server.Identity.Engine;

/// <summary>Links what calls name together that are in the engine already: those of an import, or all of a workspace.</summary>
internal sealed class StoredCalls(ClickHouseClient engine, CustomerIdentity identity, IdentityRulesStore rules)
{
    private const int LinksAtOnce = 5000;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly Statement Named = new Statement(EmbeddedSql.Read("Identity/Engine/StoredIdentifiers.sql")).WithTimeout(Patience);

    /// <summary>Reads the calls and links; doing it again changes nothing.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="import">The import whose calls are read; the zero UUID for all calls.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task LinkAsync(WorkspaceKey workspace, Guid import, CancellationToken cancellationToken)
    {
        var reader = new CallIdentities(rules);
        List<IdentityLink> links = [];
        await foreach (var row in engine.QueryAsync<NamedRow>(Named.With("workspace", workspace.Value).With("import", import), cancellationToken))
        {
            var evidence = new Evidence(row.First.Time, row.First.MessageId, row.First.Source);
            links.AddRange(reader.Of(workspace.Value, Identifiers(row), evidence, row.IsAlias ? row.PreviousId : string.Empty).Links);
            if (links.Count >= LinksAtOnce)
            {
                await identity.LinkAsync(workspace, links, cancellationToken);
                links.Clear();
            }
        }

        await identity.LinkAsync(workspace, links, cancellationToken);
    }

    private static List<Identifier> Identifiers(NamedRow row)
    {
        List<Identifier> found = [];
        foreach (var (kind, value) in ((string, string)[])
        [
            (IdentifierKinds.UserId, row.UserId), (IdentifierKinds.AnonymousId, row.AnonymousId), (IdentifierKinds.Email, row.Email), (IdentifierKinds.Phone, row.Phone),
            (IdentifierKinds.Email, row.ContextEmail), (IdentifierKinds.Phone, row.ContextPhone),
        ])
        {
            if (IdentifierValues.Normalise(kind, value) is { } identifier)
            {
                found.Add(identifier);
            }
        }

        CallIdentifiers.CollectExternalIds(row.ExternalIds, found);
        return found;
    }

    private sealed record NamedRow(
        bool IsAlias, string UserId, string AnonymousId, string PreviousId, string Email, string Phone, string ContextEmail, string ContextPhone, string ExternalIds,
        (DateTimeOffset Time, string MessageId, string Source) First);
}
