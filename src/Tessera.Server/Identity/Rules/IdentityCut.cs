using Tessera.Domain;

namespace Tessera.Server.Identity.Rules;

/// <summary>Somebody said that two groups of identifiers are not the same customer's: no profile ever has identifiers of both.</summary>
/// <param name="Id">Its id.</param>
/// <param name="One">The one group.</param>
/// <param name="Other">The other.</param>
/// <param name="MadeAt">When it was said.</param>
/// <param name="MadeBy">By whom.</param>
internal sealed record IdentityCut(Guid Id, IReadOnlyList<Identifier> One, IReadOnlyList<Identifier> Other, DateTimeOffset MadeAt, string MadeBy);
