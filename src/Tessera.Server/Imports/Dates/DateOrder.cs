namespace Tessera.Server.Imports.Dates;

/// <summary>The order of day, month and year in dates that are written as three numbers and do not begin with a four-digit year.</summary>
internal enum DateOrder
{
    /// <summary>3 April 2011 is <c>03/04/2011</c>.</summary>
    DayMonthYear,

    /// <summary>3 April 2011 is <c>04/03/2011</c>.</summary>
    MonthDayYear,

    /// <summary>3 April 2011 is <c>11/04/03</c>.</summary>
    YearMonthDay,
}
