namespace Tessera.Engine.Supervision;

/// <summary>How much memory the engine may use when nobody says.</summary>
internal static class EngineMemory
{
    public const long Smallest = 512L * 1024 * 1024;

    private const long SmallestDefault = 768L * 1024 * 1024;

    /// <summary>A quarter of the machine's memory, or of the container's limit, and no less than 768 MiB.</summary>
    public static long Default() => Math.Max(SmallestDefault, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4);
}
