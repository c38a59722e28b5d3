using System.Globalization;

namespace Tessera.Server.Imports.Formulas;

/// <summary>What a formula or a part of it comes to in one row: a number, a text, nothing, or a failure with its reason.</summary>
internal readonly record struct FormulaValue
{
    private readonly decimal number;
    private readonly string? text;

    private FormulaValue(FormulaValueKind kind, decimal number, string? text, int column)
    {
        Kind = kind;
        this.number = number;
        this.text = text;
        Column = column;
    }

    /// <summary>No value: an empty cell, and whatever is computed with one.</summary>
    public static FormulaValue Empty { get; }

    /// <summary>What it is.</summary>
    public FormulaValueKind Kind { get; }

    /// <summary>The column whose value made the formula fail; -1 when none did alone.</summary>
    public int Column { get; }

    /// <summary>Why there is no value, when <see cref="Kind"/> is <see cref="FormulaValueKind.Failure"/>.</summary>
    public string Reason => Kind == FormulaValueKind.Failure ? text! : throw new InvalidOperationException("The value is no failure.");

    /// <summary>The number, when it is one.</summary>
    public decimal Number => Kind == FormulaValueKind.Number ? number : throw new InvalidOperationException("The value is no number.");

    public static FormulaValue Of(decimal number) => new(FormulaValueKind.Number, number, null, -1);

    public static FormulaValue Of(string text) => text.Length == 0 ? Empty : new FormulaValue(FormulaValueKind.Text, 0, text, -1);

    public static FormulaValue Failure(string reason, int column = -1) => new(FormulaValueKind.Failure, 0, reason, column);

    /// <summary>The value as text: numbers without trailing zeros, nothing as the empty text.</summary>
    public string ToText() => Kind switch
    {
        FormulaValueKind.Number => number.ToString("0.############################", CultureInfo.InvariantCulture),
        FormulaValueKind.Text => text!,
        _ => string.Empty,
    };
}
