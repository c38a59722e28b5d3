using System.Text.Json;

namespace Tessera.Segments.Live.Values;

/// <summary>A question about one call that time does not change the answer of. A closed family.</summary>
internal abstract class CallPredicate
{
    internal abstract bool Holds(in LiveCall call);
}

/// <summary>A property of an event, or a value of an identify or group call, passes a test.</summary>
internal sealed class PropertyPredicate(string[] path, ValueCheck check) : CallPredicate
{
    internal override bool Holds(in LiveCall call) => check.Passes(RawValue.Property(call, path));
}

/// <summary>A value of the context passes a test.</summary>
internal sealed class ContextPredicate(string[] path, ValueCheck check) : CallPredicate
{
    internal override bool Holds(in LiveCall call) => check.Passes(RawValue.At(call.Context, path));
}

/// <summary>The call sets a trait of this name, be it to null.</summary>
internal sealed class SetsPredicate(string name) : CallPredicate
{
    internal override bool Holds(in LiveCall call) => call.Values.ValueKind == JsonValueKind.Object && call.Values.TryGetProperty(name, out _);
}

/// <summary>The call is the event of this name, or any, and what is said of its properties holds.</summary>
internal sealed class EventPredicate(string? name, CallPredicate? where) : CallPredicate
{
    internal override bool Holds(in LiveCall call) => (name is null || call.Event == name) && (where is null || where.Holds(call));
}

/// <summary>All hold, or any does.</summary>
internal sealed class JoinedPredicate(CallPredicate[] parts, bool isAny) : CallPredicate
{
    internal override bool Holds(in LiveCall call)
    {
        foreach (var part in parts)
        {
            if (part.Holds(call) == isAny)
            {
                return isAny;
            }
        }

        return !isAny;
    }
}

/// <summary>The other does not hold.</summary>
internal sealed class DeniedPredicate(CallPredicate operand) : CallPredicate
{
    internal override bool Holds(in LiveCall call) => !operand.Holds(call);
}
