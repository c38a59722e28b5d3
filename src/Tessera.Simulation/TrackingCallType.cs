namespace Tessera.Simulation;

/// <summary>The kinds of tracking calls, by the names of Segment's HTTP tracking API in lower case.</summary>
public enum TrackingCallType
{
    /// <summary>The customer did something.</summary>
    Track,

    /// <summary>The customer saw a page of the web site or the web app.</summary>
    Page,

    /// <summary>The customer saw a screen of the mobile app.</summary>
    Screen,

    /// <summary>Traits of the customer became known or changed.</summary>
    Identify,

    /// <summary>The customer belongs to a company, whose traits became known or changed.</summary>
    Group,
}
