namespace Tessera.Segments.Evaluation;

/// <summary>Instants as whole microseconds since 1970, in UTC.</summary>
internal static class Microseconds
{
    internal const long PerDay = 86_400_000_000;

    internal static long Of(DateTimeOffset time) => (time - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    internal static DateTimeOffset Time(long microseconds) => DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);
}
