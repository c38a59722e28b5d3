namespace Tessera.Learning.Data;

/// <summary>Collects the values of one column of a plain file whose kind is known.</summary>
/// <param name="name">The name of the column, not empty.</param>
/// <param name="kind">What the values are.</param>
public sealed class ColumnBuilder(string name, ColumnKind kind)
{
    private readonly List<double> numbers = [];
    private readonly List<DateTimeOffset?> times = [];
    private readonly List<string?> texts = [];
    private readonly Dictionary<string, string> shared = new(StringComparer.Ordinal);

    /// <summary>Adds the value of the next row. What is no value of the column's kind is missing.</summary>
    /// <param name="value">The value as it stands in the file.</param>
    public void Add(ReadOnlySpan<char> value)
    {
        var trimmed = value.Trim();
        var missing = MissingValues.Contains(trimmed);
        switch (kind)
        {
            case ColumnKind.Numeric:
                numbers.Add(!missing && ValueText.TryNumber(trimmed, out var number) ? number : double.NaN);
                break;
            case ColumnKind.Time:
                times.Add(!missing && ValueText.TryTime(trimmed, out var time) ? time : null);
                break;
            case ColumnKind.Categorical:
                texts.Add(missing ? null : Shared(trimmed));
                break;
            default:
                texts.Add(missing ? null : trimmed.ToString());
                break;
        }
    }

    /// <summary>The column of the values so far.</summary>
    public Column Build() => kind switch
    {
        ColumnKind.Numeric => NumericColumn.Owning(name, [.. numbers]),
        ColumnKind.Time => new TimeColumn(name, times),
        ColumnKind.Categorical => new CategoricalColumn(name, texts),
        _ => new TextColumn(name, texts),
    };

    private string Shared(ReadOnlySpan<char> value)
    {
        var known = shared.GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.TryGetValue(value, out var text))
        {
            return text;
        }

        text = value.ToString();
        return shared[text] = text;
    }
}
