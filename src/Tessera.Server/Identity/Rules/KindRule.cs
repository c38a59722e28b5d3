namespace Tessera.Server.Identity.Rules;

/// <summary>What counts for identifiers of one kind.</summary>
/// <param name="Kind">The kind, such as <c>user_id</c>; <c>*</c> for every other kind.</param>
/// <param name="Limit">How many of the kind a profile may have, from 1; null for any number. An alias call may exceed it.</param>
/// <param name="Joins">With which kinds it may be joined; null for all.</param>
internal sealed record KindRule(string Kind, int? Limit = null, IReadOnlyList<string>? Joins = null)
{
    /// <summary>Whether it may be joined with a kind.</summary>
    public bool Allows(string other) => Joins is null || Joins.Contains(other, StringComparer.Ordinal) || Joins.Contains(IdentityRules.AnyOther, StringComparer.Ordinal);
}
