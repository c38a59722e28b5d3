namespace Tessera.Server.Profiles.Searching;

/// <summary>A profile that something was found of.</summary>
/// <param name="ProfileId">The profile.</param>
/// <param name="Rank">How well it matches: 0 exactly, 1 at the beginning, 2 anywhere.</param>
/// <param name="Term">The first in the alphabet of what was found of it.</param>
internal sealed record FoundProfile(Guid ProfileId, int Rank, string Term);

/// <summary>Where a page of what was found ended.</summary>
/// <param name="Search">What was searched for.</param>
/// <param name="Last">The last profile of the page.</param>
internal sealed record SearchCursor(string Search, FoundProfile Last);
