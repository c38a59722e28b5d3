namespace Tessera.Server.Imports.Formulas;

/// <summary>A formula cannot be understood.</summary>
/// <param name="complaint">What is wrong, as a part of a sentence.</param>
/// <param name="position">Where in the formula, in characters from 0.</param>
internal sealed class FormulaException(string complaint, int position) : Exception(complaint)
{
    /// <summary>Where in the formula, in characters from 0.</summary>
    public int Position { get; } = position;
}
