namespace Tessera.Server.Imports.Formulas;

/// <summary>What a <see cref="FormulaValue"/> is.</summary>
internal enum FormulaValueKind
{
    /// <summary>No value.</summary>
    Empty,

    /// <summary>A number, exact.</summary>
    Number,

    /// <summary>Characters that are not a number.</summary>
    Text,

    /// <summary>The row has no value for the formula, and why.</summary>
    Failure,
}
