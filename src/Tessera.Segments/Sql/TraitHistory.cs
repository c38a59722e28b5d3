namespace Tessera.Segments.Sql;

/// <summary>Traits as calls have set them, name by name: the last call that has a name counts, and null takes it away.</summary>
/// <param name="rows">The calls.</param>
/// <param name="parameters">Values of the statement.</param>
/// <param name="isCall">A column that says which of them set traits.</param>
internal sealed class TraitHistory(RowGroup rows, ParameterSet parameters, string isCall)
{
    /// <summary>Whether a call sets a trait, as a column of the calls.</summary>
    internal string IsSet(string name) => rows.Rows.Define($"{Value(name)} != ''");

    /// <summary>What a call sets it to, as a column of the calls: empty when it does not.</summary>
    internal string Value(string name) => rows.Rows.Define($"if({isCall}, JSONExtractRaw(properties, {parameters.Text(name)}), '')");

    /// <summary>The raw value at the end, or up to an instant, as an aggregate.</summary>
    internal string Latest(string name, string? until = null) =>
        rows.Aggregate($"argMaxIf({Value(name)}, {rows.Rows.Define(CallOrder.Key)}, {IsSet(name)}{(until is null ? string.Empty : $" AND time <= {until}")})");
}
