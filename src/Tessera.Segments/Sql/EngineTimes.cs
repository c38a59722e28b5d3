namespace Tessera.Segments.Sql;

/// <summary>The first and the last instant that the engine's DateTime64(6) holds, in microseconds since 1970.</summary>
internal static class EngineTimes
{
    internal const long First = -2_208_988_800_000_000;
    internal const long Last = 10_413_791_999_999_999;
}
