using System.Text.Json.Serialization;
using Tessera.Domain;

namespace Tessera.Server.Profiles;

/// <summary>A profile as the engine keeps it.</summary>
/// <param name="ProfileId">Its id.</param>
/// <param name="Kind">The kind of the identifier it was first known by.</param>
/// <param name="Identifier">The value of that identifier.</param>
/// <param name="Name">The name; empty when not known.</param>
/// <param name="Email">The e-mail address; empty when not known.</param>
/// <param name="Country">The country; empty when not known.</param>
/// <param name="Traits">JSON object of everything else that is known.</param>
/// <param name="FirstSeen">The time of the first thing known of the customer.</param>
/// <param name="LastSeen">The time of the last thing known of the customer.</param>
internal sealed record ProfileRow(
    Guid ProfileId,
    string Kind,
    string Identifier,
    string Name,
    string Email,
    string Country,
    string Traits,
    DateTimeOffset FirstSeen,
    DateTimeOffset LastSeen)
{
    /// <summary>Everything the customer is known by, the first identifier first.</summary>
    [JsonIgnore]
    public IReadOnlyList<Identifier> Identifiers => Email.Length > 0 && Kind != IdentifierKinds.Email
        ? [new Identifier(Kind, Identifier), new Identifier(IdentifierKinds.Email, Email)]
        : [new Identifier(Kind, Identifier)];
}
