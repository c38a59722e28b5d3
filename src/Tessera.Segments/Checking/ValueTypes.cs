namespace Tessera.Segments.Checking;

/// <summary>The types that values of a trait or property were seen with.</summary>
[Flags]
public enum ValueTypes
{
    /// <summary>None seen.</summary>
    None = 0,

    /// <summary>Text that is none of the below.</summary>
    Text = 1,

    /// <summary>A JSON number.</summary>
    Number = 2,

    /// <summary>Text that is a number.</summary>
    NumericText = 4,

    /// <summary>A JSON truth value.</summary>
    Boolean = 8,

    /// <summary>Text that is an ISO 8601 date or instant.</summary>
    DateText = 16,

    /// <summary>A JSON list.</summary>
    List = 32,

    /// <summary>A JSON object.</summary>
    Object = 64,
}
