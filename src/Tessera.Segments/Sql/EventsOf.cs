namespace Tessera.Segments.Sql;

/// <summary>Whose events a condition looks at, and what they are grouped by.</summary>
internal enum EventsOf
{
    /// <summary>The customer's own.</summary>
    Customer,

    /// <summary>Of everybody in the company, once for each company.</summary>
    Company,

    /// <summary>Of everybody in the company, once for each customer in it: for periods that depend on the customer.</summary>
    CompanyOfCustomer,
}
