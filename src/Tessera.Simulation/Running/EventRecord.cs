using System.Runtime.InteropServices;

namespace Tessera.Simulation.Running;

/// <summary>
/// A call before it is text: who, when, what, and a key from which its details are drawn when it is written. Forty bytes
/// instead of some seven hundred, which is what lets a day of millions of calls wait in memory to be put in order.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal struct EventRecord
{
    /// <summary>Milliseconds after the start of the first observed day (UTC).</summary>
    public long Time;

    /// <summary>The customer's number, from 0.</summary>
    public int Customer;

    /// <summary>The customer's step that made the call (a day, a purchase); with <see cref="Sequence"/> it names the call.</summary>
    public int Step;

    /// <summary>The key of the stream that the call's details are drawn from.</summary>
    public ulong Detail;

    /// <summary>First value whose meaning belongs to the kind.</summary>
    public int A;

    /// <summary>Second value whose meaning belongs to the kind.</summary>
    public int B;

    /// <summary>Third value whose meaning belongs to the kind: in design-saas, the state of the account at that moment.</summary>
    public uint State;

    /// <summary>The number of the call within the customer's step, below <see cref="MaxSequence"/>.</summary>
    public ushort Sequence;

    /// <summary>Index into <see cref="IScenarioRun.Shapes"/>.</summary>
    public byte Kind;

    /// <summary>How the call was made: device, and whether the customer was known.</summary>
    public CallFlags Flags;

    /// <summary>Sequences are 12 bits.</summary>
    public const int MaxSequence = 4096;

    /// <summary>Whether the call was made in that way.</summary>
    public readonly bool Has(CallFlags flag) => (Flags & flag) == flag;
}
