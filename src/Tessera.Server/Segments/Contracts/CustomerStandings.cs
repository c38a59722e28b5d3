namespace Tessera.Server.Segments.Contracts;

/// <summary>Where the RFM model sees some customers.</summary>
/// <param name="Mark">What it was computed of; as long as that of the workspace is the same, so is where they stand.</param>
/// <param name="Standings">Where each stands whom the model scores.</param>
internal sealed record CustomerStandings(string Mark, IReadOnlyDictionary<Guid, CustomerStanding> Standings);
