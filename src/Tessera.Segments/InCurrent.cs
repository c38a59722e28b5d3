namespace Tessera.Segments;

/// <summary><c>in the current month</c>: from the start of the calendar unit that <c>t</c> lies in, in the workspace's time zone, to <c>t</c>.</summary>
/// <param name="Unit">The calendar unit.</param>
public sealed record InCurrent(CalendarUnit Unit) : Period;
