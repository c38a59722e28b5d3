using Tessera.ClickHouse;
using Tessera.Domain;

namespace Tessera.Server.Destinations.Webhooks.Delivering;

/// <summary>What customers are known by, for receivers that know them by nothing else.</summary>
internal sealed class CustomerIdentifiers(ClickHouseClient engine)
{
    private static readonly Statement Known = new(
        """
        SELECT profile_id, kind, identifier, email
        FROM profiles FINAL
        WHERE workspace = {workspace:String} AND profile_id IN {profiles:Array(UUID)}
        """);

    /// <summary>The identifiers of some customers; those that are not known have none.</summary>
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
