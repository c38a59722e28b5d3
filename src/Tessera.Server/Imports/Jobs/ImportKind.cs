namespace Tessera.Server.Imports.Jobs;

/// <summary>What a file holds.</summary>
internal enum ImportKind
{
    /// <summary>Lines of orders, as a table.</summary>
    Orders,

    /// <summary>Tracking calls, one JSON object a line.</summary>
    Events,

    /// <summary>Customers, as a table.</summary>
    Customers,
}
