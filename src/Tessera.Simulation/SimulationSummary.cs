namespace Tessera.Simulation;

/// <summary>What a finished simulation wrote.</summary>
/// <param name="Calls">How many tracking calls.</param>
/// <param name="Customers">How many customers, each with one line of truth.</param>
/// <param name="Bytes">The length of the calls in bytes, line ends included.</param>
public sealed record SimulationSummary(long Calls, int Customers, long Bytes);
