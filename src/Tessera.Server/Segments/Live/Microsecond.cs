namespace Tessera.Server.Segments.Live;

/// <summary>Instants as fine as they are kept.</summary>
internal static class Microsecond
{
    /// <summary>An instant without what is finer than a microsecond.</summary>
    public static DateTimeOffset Floor(DateTimeOffset instant) => new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
}
