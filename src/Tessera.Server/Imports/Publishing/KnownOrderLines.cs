namespace Tessera.Server.Imports.Publishing;

/// <summary>How many staged lines are there already.</summary>
/// <param name="Matched">All of them.</param>
/// <param name="Corrected">Those that were published as something else than they are now.</param>
/// <param name="Converted">Of those, the ones whose currency has a rate now and had none.</param>
internal sealed record KnownOrderLines(long Matched, long Corrected, long Converted);
