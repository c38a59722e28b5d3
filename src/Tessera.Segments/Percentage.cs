namespace Tessera.Segments;

/// <summary>A share or change in hundredths: <c>10%</c>. Above 0 and finite.</summary>
public readonly record struct Percentage
{
    /// <summary>Creates a percentage.</summary>
    /// <param name="value">The number before the sign.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is 0, negative or not finite.</exception>
    public Percentage(double value) => Value = value > 0 && double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, "A percentage must be above 0.");

    /// <summary>The number before the sign.</summary>
    public double Value { get; }

    /// <summary>The percentage as the language writes it.</summary>
    public override string ToString() => $"{Text.NumberText.Format(Value)}%";

    internal Percentage AtMostAll(string name) => Value is > 0 and <= 100
        ? this
        : throw new ArgumentOutOfRangeException(name, Value, "A share must be above 0% and at most 100%.");
}
