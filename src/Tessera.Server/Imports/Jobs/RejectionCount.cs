namespace Tessera.Server.Imports.Jobs;

/// <summary>How many rows were rejected for one reason.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="Column">The column or formula that has the trouble; empty when the row as a whole has.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="Line">The line of the first of them.</param>
/// <param name="Example">The value of the first of them.</param>
internal sealed record RejectionCount(string Reason, string Column, long Rows, long Line, string Example);
