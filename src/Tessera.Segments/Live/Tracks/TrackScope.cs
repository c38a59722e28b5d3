namespace Tessera.Segments.Live.Tracks;

/// <summary>What the entries of a track are made of.</summary>
internal enum TrackScope
{
    /// <summary>Events of the customer.</summary>
    Events,

    /// <summary>Events of the customer, for the company's sake.</summary>
    CompanyEvents,

    /// <summary>Identify calls.</summary>
    Identify,

    /// <summary>Group calls, for the traits of the company they name.</summary>
    CompanyTraits,

    /// <summary>Group calls, for the company they name.</summary>
    CompanyKey,

    /// <summary>Calls with a context.</summary>
    Context,

    /// <summary>Computed values: scores, RFM, personas.</summary>
    Computed,

    /// <summary>Consent given or withdrawn.</summary>
    Consent,

    /// <summary>Membership of a segment begun or ended, as kept.</summary>
    Membership,
}
