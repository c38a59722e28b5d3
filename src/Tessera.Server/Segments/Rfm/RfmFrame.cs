namespace Tessera.Server.Segments.Rfm;

/// <summary>What the values of one computation are measured against.</summary>
/// <param name="TimeZone">The IANA time zone in which days begin.</param>
/// <param name="ReferenceDate">The day to which days are counted.</param>
/// <param name="Net">Whether returns are taken off the money spent.</param>
internal sealed record RfmFrame(string TimeZone, DateOnly ReferenceDate, bool Net);
