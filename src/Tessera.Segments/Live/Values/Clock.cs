using System.Runtime.InteropServices;

namespace Tessera.Segments.Live.Values;

/// <summary>The instant asked about, and the earliest later one named so far at which the answer may change.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct Clock(long now)
{
    internal const long Never = long.MaxValue;

    internal long Now { get; } = now;

    internal long Next { get; private set; } = Never;

    internal void Consider(long instant)
    {
        if (instant > Now && instant < Next)
        {
            Next = instant;
        }
    }
}
