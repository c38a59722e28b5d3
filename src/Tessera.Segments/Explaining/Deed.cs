using Tessera.Segments.Live;
using Tessera.Segments.Live.Values;

namespace Tessera.Segments.Explaining;

/// <summary>A call and its instant, in microseconds since 1970.</summary>
internal sealed class Deed(LiveCall call)
{
    // What changes are tried on is the same deeds again and again, asked for the same property.
    private (ValuePath? Of, Int128? Found) addend;
    private (ValuePath? Of, string? Found) text;

    /// <summary>By time, then by message id.</summary>
    internal static Comparer<Deed> Order { get; } = Comparer<Deed>.Create(
        static (left, right) => left.At != right.At ? left.At.CompareTo(right.At) : TextOrder.Instance.Compare(left.Call.MessageId, right.Call.MessageId));

    internal LiveCall Call { get; } = call;

    internal long At { get; } = call.At;

    /// <summary>The event that a condition sees, or null when the call is none.</summary>
    internal string? Event { get; } = call.Event;

    /// <summary>What a property adds to sums, see <see cref="RawValue.Addend"/>.</summary>
    internal Int128? Addend(ValuePath property)
    {
        if (!ReferenceEquals(addend.Of, property))
        {
            addend = (property, RawValue.Property(Call, property.Segments).Addend());
        }

        return addend.Found;
    }

    /// <summary>The text of a property, or null.</summary>
    internal string? Text(ValuePath property)
    {
        if (!ReferenceEquals(text.Of, property))
        {
            text = (property, RawValue.Property(Call, property.Segments).Text());
        }

        return text.Found;
    }

    internal DecidingEvent Told() => new(
        Call.MessageId,
        Event ?? Call.Type switch { CallType.Identify => "identify", CallType.Group => "group", _ => "alias" },
        Call.Time,
        Call.Values.ValueKind == System.Text.Json.JsonValueKind.Object ? Call.Values : null);
}
