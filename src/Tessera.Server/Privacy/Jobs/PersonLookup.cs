using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Hosting;
using Tessera.Server.Identity.Contracts;
using Tessera.Server.Privacy.Contracts;

namespace Tessera.Server.Privacy.Jobs;

/// <summary>Finds out everything that a person is known by.</summary>
internal sealed class PersonLookup(ClickHouseClient engine, ICustomerIdentity identity, TimeProvider time)
{
    private static readonly Statement Known = new(EmbeddedSql.Read("Privacy/Engine/Subject.sql"));

    /// <summary>The person of a profile, and when the first thing of them arrived; null when the workspace has no such profile.</summary>
    public async Task<(ErasedPerson Person, DateTimeOffset? KnownSince)?> FindAsync(WorkspaceKey workspace, Guid profileId, CancellationToken cancellationToken)
    {
        var profile = identity.ProfileOf(profileId);
        var members = (await identity.MembersAsync([profile], cancellationToken))[profile];
        if (members.Any(node => !node.IsOf(workspace)))
        {
            return null;
        }

        List<Guid> nodes = [.. members.Select(node => node.Id).Append(profile).Distinct()];
        var row = await engine.SingleAsync<KnownRow>(Known.With("workspace", workspace.Value).With("nodes", nodes), cancellationToken);
        if (row.Known.Count == 0 && members.Count == 0)
        {
            return null;
        }

        var identifiers = members.Select(node => node.Identifier)
            .Concat(row.Known.SelectMany(known => new Identifier?[]
            {
                new Identifier(known.Kind, known.Identifier), IdentifierValues.Normalise(IdentifierKinds.Email, known.Email), IdentifierValues.Normalise(IdentifierKinds.Phone, known.Phone),
            }.OfType<Identifier>()))
            .Where(identifier => identifier is { Kind.Length: > 0, Value.Length: > 0 })
            .Distinct()
            .ToList();
        return (new ErasedPerson(workspace, profile, nodes, identifiers, time.GetUtcNow()), row.KnownSince);
    }

    private sealed record KnownRow(IReadOnlyList<(string Kind, string Identifier, string Email, string Phone)> Known, DateTimeOffset? KnownSince);
}
