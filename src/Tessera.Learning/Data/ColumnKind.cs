namespace Tessera.Learning.Data;

/// <summary>What the values of a column are.</summary>
public enum ColumnKind
{
    /// <summary>Numbers.</summary>
    Numeric,

    /// <summary>One of a limited set of names.</summary>
    Categorical,

    /// <summary>Free text, or names too many to count as a set.</summary>
    Text,

    /// <summary>Instants or dates.</summary>
    Time,
}
