namespace Tessera.Server.Segments.Rfm;

/// <summary>Which set of segment names is used.</summary>
internal enum RfmNaming
{
    /// <summary>Eleven names, Champions to Lost.</summary>
    Full,

    /// <summary>Five names, Champions to At-Risk Customers.</summary>
    Short,
}
