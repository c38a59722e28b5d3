namespace Tessera.Server.Ingestion.Tracking;

/// <summary>How large things may be, as in Segment's tracking API.</summary>
internal static class TrackingLimits
{
    /// <summary>The JSON text of one call, in bytes.</summary>
    public const int CallBytes = 32 * 1024;

    /// <summary>The body of a request, unpacked, in bytes.</summary>
    public const int BodyBytes = 500 * 1024;

    /// <summary>Calls in a batch: no SDK sends as many, and each that is refused makes more of itself than it was.</summary>
    public const int BatchCalls = 10_000;

    /// <summary>An id or a name, in bytes.</summary>
    public const int TextBytes = 1024;

    /// <summary>Objects in objects.</summary>
    public const int Depth = 64;

    /// <summary>The earliest instant that the event store holds.</summary>
    public static DateTimeOffset Earliest { get; } = new(1900, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The instant from which on the event store holds none.</summary>
    public static DateTimeOffset End { get; } = new(2262, 1, 1, 0, 0, 0, TimeSpan.Zero);
}
