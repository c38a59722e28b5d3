namespace Tessera.Engine.Http;

/// <summary>The HTTP status that ClickHouse's HTTP interface gives to an error code.</summary>
internal static class StatusOfCode
{
    public static int For(int code) => code switch
    {
        194 => 401, // REQUIRED_PASSWORD
        192 or 193 or 516 or 497 => 403, // UNKNOWN_USER, WRONG_PASSWORD, AUTHENTICATION_FAILED, ACCESS_DENIED
        6 or 25 or 26 or 27 or 38 or 41 or 72 or 675 or 676 or 376 or 441 or 427 => 400, // CANNOT_PARSE_…, CANNOT_COMPILE_REGEXP
        36 or 15 or 44 or 10 or 62 or 117 or 53 or 321 or 167 or 168 or 223 or 224 => 400, // arguments, columns, syntax, data
        60 or 46 or 47 or 50 or 56 or 81 or 115 or 30 or 63 or 73 or 336 or 78 or 511 => 404, // UNKNOWN_…
        229 => 413, // QUERY_IS_TOO_LARGE
        48 => 501, // NOT_IMPLEMENTED
        209 or 76 or 439 => 503, // SOCKET_TIMEOUT, CANNOT_OPEN_FILE, CANNOT_SCHEDULE_TASK
        202 => 503, // TOO_MANY_SIMULTANEOUS_QUERIES: a server says 500, but trying again later is the right answer to this one
        381 => 411, // HTTP_LENGTH_REQUIRED
        159 => 408, // TIMEOUT_EXCEEDED
        _ => 500,
    };
}
