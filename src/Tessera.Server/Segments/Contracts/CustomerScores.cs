namespace Tessera.Server.Segments.Contracts;

/// <summary>A customer's three RFM scores, each 1 (weakest) to 5 (strongest).</summary>
/// <param name="Recency">How recently they bought.</param>
/// <param name="Frequency">How often they bought.</param>
/// <param name="Monetary">How much they spent.</param>
internal sealed record CustomerScores(int Recency, int Frequency, int Monetary);
