using Tessera.Segments.Checking;

namespace Tessera.Server.Segments.Rules.Catalogues;

/// <summary>What a workspace's data was seen to hold.</summary>
/// <param name="Catalogue">Its events, properties and traits.</param>
/// <param name="LastSeen">When each event happened last.</param>
/// <param name="LearnedAt">When it was learned.</param>
/// <param name="Took">How long that took.</param>
internal sealed record LearnedCatalogue(Catalogue Catalogue, IReadOnlyDictionary<string, DateTimeOffset> LastSeen, DateTimeOffset LearnedAt, TimeSpan Took);
