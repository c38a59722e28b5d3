namespace Tessera.ClickHouse.Rows;

/// <summary>A column of a table, with what an insert must know about it.</summary>
/// <param name="Column">Name and type.</param>
/// <param name="DefaultKind">Empty, DEFAULT, MATERIALIZED, ALIAS or EPHEMERAL.</param>
internal sealed record TableColumn(Column Column, string DefaultKind)
{
    /// <summary>Whether an insert may give values.</summary>
    public bool TakesValues => DefaultKind is "" or "DEFAULT" or "EPHEMERAL";

    /// <summary>Whether leaving the column out would silently store zeros or empty texts.</summary>
    public bool NeedsValues => DefaultKind.Length == 0 && Column.Type.Unwrapped.Name != "Nullable";
}
