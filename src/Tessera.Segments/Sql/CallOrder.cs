namespace Tessera.Segments.Sql;

/// <summary>The order of calls: by time, and of one instant by message id.</summary>
internal static class CallOrder
{
    /// <summary>
    /// A text that sorts as (time, message_id) does: the microseconds since the first instant of the engine, the greatest of eight bytes first, and the
    /// id. The engine compares texts many times faster than tuples.
    /// </summary>
    internal const string Key = "concat(reverse(reinterpretAsFixedString(toUInt64(toUnixTimestamp64Micro(time) + 2208988800000000))), message_id)";
}
