namespace Tessera.Server.Ingestion.Sources;

/// <summary>A source to create.</summary>
/// <param name="Name">1 to 100 characters, for people.</param>
/// <param name="Key">1 to 40 lower-case letters, digits and inner hyphens, never changed; made of the name when left out.</param>
/// <param name="Kind">What sends. Default: <c>http</c>.</param>
internal sealed record CreateSourceRequest(string Name, string? Key = null, SourceKind Kind = SourceKind.Http);

/// <summary>What a source is to be from now on; what is left out stays as it is.</summary>
/// <param name="Name">1 to 100 characters, for people.</param>
/// <param name="Kind">What sends.</param>
/// <param name="Enabled">Whether its calls are accepted; a source that is switched off is answered 401.</param>
internal sealed record ChangeSourceRequest(string? Name = null, SourceKind? Kind = null, bool? Enabled = null);
