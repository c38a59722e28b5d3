namespace Tessera.Server.Segments.Rfm;

/// <summary>What counts as money spent.</summary>
internal enum RfmMonetary
{
    /// <summary>The amounts of all purchases.</summary>
    Gross,

    /// <summary>The amounts of all purchases less what was returned or cancelled.</summary>
    Net,
}
