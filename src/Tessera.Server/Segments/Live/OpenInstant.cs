using System.Runtime.InteropServices;

namespace Tessera.Server.Segments.Live;

/// <summary>The instant under which changes are being recorded just now, if they are. Safe for many threads.</summary>
internal sealed class OpenInstant
{
    private readonly Lock gate = new();
    private DateTimeOffset? at;
    private long number;

    /// <summary>Begins one, after everything that was recorded before.</summary>
    public void Open(DateTimeOffset instant)
    {
        lock (gate)
        {
            at = instant;
            number++;
        }
    }

    /// <summary>It is whole.</summary>
    public void Close()
    {
        lock (gate)
        {
            at = null;
        }
    }

    /// <summary>The instant that is open, and how many ever were.</summary>
    public Standing Read()
    {
        lock (gate)
        {
            return new Standing(at, number);
        }
    }

    /// <summary>What is open.</summary>
    /// <param name="At">The instant; null for none.</param>
    /// <param name="Number">How many ever were.</param>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Standing(DateTimeOffset? At, long Number);
}
