namespace Tessera.Segments.Live;

/// <summary>The kind of a call of the tracking API.</summary>
public enum CallType
{
    /// <summary>An event.</summary>
    Track,

    /// <summary>A page was seen: the event <see cref="EventName.PageViewed"/>.</summary>
    Page,

    /// <summary>A screen was seen: the event <see cref="EventName.ScreenViewed"/>.</summary>
    Screen,

    /// <summary>The customer's traits were told.</summary>
    Identify,

    /// <summary>The customer's company was told, with its traits.</summary>
    Group,

    /// <summary>Two identifiers were told to be one customer.</summary>
    Alias,
}
