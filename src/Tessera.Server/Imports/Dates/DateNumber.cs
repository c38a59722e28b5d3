namespace Tessera.Server.Imports.Dates;

/// <summary>What a date is that is written as a single number.</summary>
internal enum DateNumber
{
    /// <summary><c>20110403</c>, <c>201104031430</c> or <c>20110403143000</c>.</summary>
    Compact,

    /// <summary>Seconds since 1970: <c>1301839200</c>.</summary>
    UnixSeconds,

    /// <summary>Milliseconds since 1970: <c>1301839200000</c>.</summary>
    UnixMilliseconds,

    /// <summary>Microseconds since 1970: <c>1301839200000000</c>.</summary>
    UnixMicroseconds,

    /// <summary>Days since the end of 1899, as Excel counts them: <c>40636.5</c>.</summary>
    ExcelSerial,
}
