namespace Tessera.Server.Imports.Publishing;

/// <summary>How many staged lines are there already.</summary>
/// <param name="Matched">All of them.</param>
/// <param name="Corrected">Those that were published as something else than they are now.</param>
internal sealed record KnownOrderLines(long Matched, long Corrected);
