namespace Tessera.Segments.Sql;

/// <summary>Traits as calls have set them, name by name: the last call that has a name counts, and null takes it away.</summary>
/// <param name="rows">The calls.</param>
/// <param name="parameters">Values of the statement.</param>
/// <param name="calls">A column that says which of them set traits.</param>
internal sealed class TraitHistory(RowGroup rows, ParameterSet parameters, string calls)
{
    /// <summary>What each call sets a trait to, empty when it does not: a list.</summary>
    internal string Values(string name) => rows.Moments.Each(calls, $"JSONExtractRaw(properties, {parameters.Text(name)})");

    /// <summary>When each call was: a list in the order of <see cref="Values"/>.</summary>
    internal string Times => rows.Moments.Times(calls);

    /// <summary>The raw value at the end, or up to an instant in microseconds since 1970: a column.</summary>
    internal string Latest(string name, long? until = null) => rows.Moments.Value(
        Occurrence.Last, calls, [Values(name)], until is { } instant ? $"item0 != '' AND moment <= {parameters.Number(instant)}" : "item0 != ''");
}
