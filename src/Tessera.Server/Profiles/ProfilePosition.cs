namespace Tessera.Server.Profiles;

/// <summary>A profile's place in a sorted list.</summary>
/// <param name="ProfileId">The profile.</param>
/// <param name="Rank">How well it matches what was searched for: 0 exactly, 1 at the beginning, 2 anywhere.</param>
/// <param name="SortValue">Its value of the sorted field, negated when descending.</param>
internal sealed record ProfilePosition(Guid ProfileId, int Rank, decimal SortValue);
