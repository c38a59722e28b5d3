namespace Tessera.Segments.Sql;

/// <summary>Where columns are computed.</summary>
internal interface IColumns
{
    /// <summary>The name of a column with this expression over other columns.</summary>
    string Define(string sql);
}
