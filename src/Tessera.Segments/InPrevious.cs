namespace Tessera.Segments;

/// <summary><c>in the previous month</c>: the whole calendar unit before the one <c>t</c> lies in, in the workspace's time zone.</summary>
/// <param name="Unit">The calendar unit.</param>
public sealed record InPrevious(CalendarUnit Unit) : Period;
