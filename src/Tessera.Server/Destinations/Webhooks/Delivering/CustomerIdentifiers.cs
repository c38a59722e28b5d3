using Tessera.ClickHouse;
using Tessera.Domain;

namespace Tessera.Server.Destinations.Webhooks.Delivering;

/// <summary>What customers are known by, for receivers that know them by nothing else.</summary>
internal sealed class CustomerIdentifiers(ClickHouseClient engine)
{
    private static readonly Statement Known = new(
        """
        SELECT
            known.profile_id AS profile_id,
            argMax(known.kind, known.version) AS kind,
            argMax(known.identifier, known.version) AS identifier,
            argMax(known.email, known.version) AS email
        FROM profiles AS known
        WHERE known.workspace = {workspace:String} AND known.profile_id IN {profiles:Array(UUID)}
        GROUP BY known.profile_id
        """);

    /// <summary>The identifiers of some customers; those that are not known have none, and those that were merged into others the ones they had.</summary>
    public async Task<ILookup<Guid, Identifier>> FindAsync(string workspace, IReadOnlyCollection<Guid> profiles, CancellationToken cancellationToken)
    {
        var rows = profiles.Count == 0 ? [] : await engine.ListAsync<KnownCustomer>(Known.With("workspace", workspace).With("profiles", profiles.ToArray()), cancellationToken);
        return rows.SelectMany(Identifiers).ToLookup(known => known.ProfileId, known => known.Identifier);
    }

    private static IEnumerable<(Guid ProfileId, Identifier Identifier)> Identifiers(KnownCustomer customer)
    {
        if (customer.Identifier.Length > 0)
        {
            yield return (customer.ProfileId, new Identifier(customer.Kind, customer.Identifier));
        }

        if (customer.Email.Length > 0 && customer.Kind != IdentifierKinds.Email)
        {
            yield return (customer.ProfileId, new Identifier(IdentifierKinds.Email, customer.Email));
        }
    }

    private sealed record KnownCustomer(Guid ProfileId, string Kind, string Identifier, string Email);
}
