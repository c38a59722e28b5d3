namespace Tessera.Server.Segments.Tables;

/// <summary>The engine's tables that are computed from order lines and replaced as a whole.</summary>
internal enum CustomerTable
{
    /// <summary><c>customer_totals</c>: what each customer bought.</summary>
    Totals,

    /// <summary><c>rfm_customers</c>: each customer's scores and segment.</summary>
    Rfm,

    /// <summary><c>rfm_snapshots</c>: each customer's segment at a month's end.</summary>
    Snapshot,
}
