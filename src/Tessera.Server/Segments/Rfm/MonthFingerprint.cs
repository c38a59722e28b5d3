namespace Tessera.Server.Segments.Rfm;

/// <summary>A sum over the order lines of one month: equal when the lines are the same, whatever their order.</summary>
/// <param name="Month">The first day of the month.</param>
/// <param name="Lines">How many lines there are.</param>
/// <param name="Hash">The exclusive or of the lines' hashes.</param>
internal sealed record MonthFingerprint(DateOnly Month, long Lines, ulong Hash);
