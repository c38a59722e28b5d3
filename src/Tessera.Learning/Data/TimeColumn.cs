using System.Globalization;

namespace Tessera.Learning.Data;

/// <summary>A column of instants. A value without a time of day is midnight, one without an offset is UTC.</summary>
public sealed class TimeColumn : Column
{
    private readonly DateTimeOffset?[] values;

    /// <summary>Creates the column.</summary>
    /// <param name="name">The name, not empty.</param>
    /// <param name="values">The instants, [n]; null where missing.</param>
    public TimeColumn(string name, IReadOnlyList<DateTimeOffset?> values)
        : base(name, values?.Count ?? throw new ArgumentNullException(nameof(values))) => this.values = [.. values];

    /// <inheritdoc/>
    public override ColumnKind Kind => ColumnKind.Time;

    /// <summary>The instants, [n]; null where missing.</summary>
    public ReadOnlySpan<DateTimeOffset?> Values => values;

    /// <inheritdoc/>
    public override bool IsMissing(int row) => values[row] is null;

    /// <inheritdoc/>
    public override string? Text(int row) => values[row]?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    /// <summary>Days since 1970-01-01 UTC, as a feature; not-a-number where missing.</summary>
    /// <param name="row">The row, from 0.</param>
    public double DaysSinceEpoch(int row) => values[row] is { } instant ? (instant - DateTimeOffset.UnixEpoch).TotalDays : double.NaN;

    /// <inheritdoc/>
    public override Column Take(ReadOnlySpan<int> rows)
    {
        var taken = new DateTimeOffset?[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            taken[i] = values[rows[i]];
        }

        return new TimeColumn(Name, taken);
    }
}
