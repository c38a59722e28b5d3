namespace Tessera.Server.Imports.Publishing;

/// <summary>One thing that an import says of a customer, on its way into <c>staged_traits</c>.</summary>
/// <param name="ImportId">The import.</param>
/// <param name="ProfileId">The customer's profile.</param>
/// <param name="IdentifierKind">What the profile is known by: <c>user_id</c>, <c>email</c>, <c>anonymous_id</c>.</param>
/// <param name="Identifier">Its identifier of that kind.</param>
/// <param name="Time">When it was said; the latest word counts. For an empty trait: since when the customer is known.</param>
/// <param name="Trait">The trait's name; empty when only the customer's existence is stated.</param>
/// <param name="Value">A JSON value.</param>
/// <param name="SourceLine">The line of the file.</param>
internal sealed record StagedTrait(
    Guid ImportId, Guid ProfileId, string IdentifierKind, string Identifier, DateTimeOffset Time, string Trait, string Value, ulong SourceLine);
