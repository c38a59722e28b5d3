namespace Tessera.Server.Profiles;

/// <summary>Where a page of profiles ended.</summary>
/// <param name="Filter">The list it belongs to.</param>
/// <param name="TotalsVersion">The computation of what customers bought that the list began with.</param>
/// <param name="RfmVersion">The computation of the segments that the list began with.</param>
/// <param name="Last">The last profile of the page.</param>
internal sealed record ProfileCursor(ProfileFilter Filter, long TotalsVersion, long RfmVersion, ProfilePosition Last);
