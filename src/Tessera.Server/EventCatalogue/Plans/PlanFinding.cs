using System.Runtime.InteropServices;

namespace Tessera.Server.EventCatalogue.Plans;

/// <summary>One way in which a call does not keep to the tracking plan.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Path">Which property or trait, dotted; empty when it is the event itself.</param>
/// <param name="Expected">What the plan says, in a few words.</param>
/// <param name="Seen">What the call has, shortened.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PlanFinding(PlanViolationKind Kind, string Path, string Expected, string Seen);

/// <summary>What can be wrong with a call.</summary>
internal enum PlanViolationKind
{
    /// <summary>A required property is missing.</summary>
    Missing,

    /// <summary>A property has a value of another type.</summary>
    Type,

    /// <summary>A property has a value that is not allowed.</summary>
    Value,

    /// <summary>A property that the plan does not know, and does not allow.</summary>
    Unexpected,

    /// <summary>An event that the plan does not list.</summary>
    UnplannedEvent,
}
