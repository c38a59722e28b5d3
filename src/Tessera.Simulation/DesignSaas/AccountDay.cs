using Tessera.Simulation.Randomness;
using Tessera.Simulation.Running;

namespace Tessera.Simulation.DesignSaas;

/// <summary>One account on one local day, with what deciding needs.</summary>
internal ref struct AccountDay
{
    /// <summary>The account.</summary>
    public ref Account Account;

    /// <summary>Its members, the owner first.</summary>
    public Span<Member> Members;

    /// <summary>Decisions of this account on this day. Calls' details never draw from it, so that silence changes nothing.</summary>
    public RandomStream Random;

    /// <summary>The class that the account takes after on this day: its own, mostly, or its second nature.</summary>
    public int Nature;

    /// <summary>The local day.</summary>
    public int Day;

    /// <summary>Local midnight, in milliseconds.</summary>
    public long Midnight;

    /// <summary>Takes the calls.</summary>
    public EventSink Sink;

    /// <summary>The account's number.</summary>
    public int Number;

    /// <summary>The class that the account takes after on this day.</summary>
    public readonly Archetype Archetype => Archetypes.All[Nature];

    /// <summary>A moment of the day at which somebody of this class works, not before five in the morning.</summary>
    public long DrawMoment() =>
        Midnight + Math.Max(5 * SimulationTime.Hour, WorkCalendar.DrawTimeOfDay(Archetype.Hours, ref Random));
}
