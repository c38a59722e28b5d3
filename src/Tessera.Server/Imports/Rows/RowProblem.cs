namespace Tessera.Server.Imports.Rows;

/// <summary>Why a row cannot be imported.</summary>
/// <param name="Reason">The reason, without the row's own values, so that rows with the same one can be counted together.</param>
/// <param name="Source">The column, or the formula, that has the trouble; empty when the row as a whole has.</param>
/// <param name="Value">The value that has it.</param>
internal readonly record struct RowProblem(string Reason, string Source, string Value);
