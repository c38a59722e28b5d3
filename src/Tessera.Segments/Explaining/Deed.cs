using Tessera.Segments.Live;

namespace Tessera.Segments.Explaining;

/// <summary>A call and its instant, in microseconds since 1970.</summary>
internal sealed class Deed(LiveCall call)
{
    /// <summary>By time, then by message id.</summary>
    internal static Comparer<Deed> Order { get; } = Comparer<Deed>.Create(
        static (left, right) => left.At != right.At ? left.At.CompareTo(right.At) : string.CompareOrdinal(left.Call.MessageId, right.Call.MessageId));

    internal LiveCall Call { get; } = call;

    internal long At { get; } = call.At;

    /// <summary>The event that a condition sees, or null when the call is none.</summary>
    internal string? Event { get; } = call.Event;

    internal DecidingEvent Told() => new(
        Call.MessageId,
        Event ?? Call.Type switch { CallType.Identify => "identify", CallType.Group => "group", _ => "alias" },
        Call.Time,
        Call.Values.ValueKind == System.Text.Json.JsonValueKind.Object ? Call.Values : null);
}
