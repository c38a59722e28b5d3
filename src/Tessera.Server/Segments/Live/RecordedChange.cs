using System.Text.Json.Serialization;

namespace Tessera.Server.Segments.Live;

/// <summary>A customer entered or left a segment.</summary>
/// <param name="Segment">The segment's key.</param>
/// <param name="ProfileId">The customer.</param>
/// <param name="Time">When.</param>
/// <param name="Entered">Whether they entered it; otherwise they left it.</param>
/// <param name="Cause">What brought it about: event, time, definition, merge, repair; empty where that was not noted yet.</param>
/// <param name="MessageId">The call that did; null when none did.</param>
/// <param name="RecordedAt">When it was recorded.</param>
internal sealed record RecordedChange(
    string Segment, Guid ProfileId, DateTimeOffset Time, bool Entered, string Cause, string? MessageId, [property: JsonIgnore] DateTimeOffset RecordedAt)
{
    /// <summary>The call that did; null when none did.</summary>
    public string? MessageId { get; init; } = string.IsNullOrEmpty(MessageId) ? null : MessageId;

    /// <summary>Its place among all.</summary>
    [JsonIgnore]
    public ChangePlace Place => new(RecordedAt, Segment, ProfileId);
}

/// <summary>A place in the order in which changes were recorded, which is the engine's.</summary>
/// <param name="RecordedAt">When the change was recorded.</param>
/// <param name="Segment">Its segment.</param>
/// <param name="ProfileId">Its customer.</param>
internal sealed record ChangePlace(DateTimeOffset RecordedAt, string Segment, Guid ProfileId)
{
    /// <summary>Before everything.</summary>
    public static ChangePlace Start { get; } = new(DateTimeOffset.UnixEpoch, string.Empty, Guid.Empty);

    /// <summary>The place before everything that is recorded after an instant.</summary>
    public static ChangePlace After(DateTimeOffset instant) => new(instant + TimeSpan.FromMicroseconds(1), string.Empty, Guid.Empty);

    /// <summary>Whether it comes after another one.</summary>
    public bool IsAfter(ChangePlace other)
    {
        var byInstant = RecordedAt.CompareTo(other.RecordedAt);
        var bySegment = byInstant != 0 ? byInstant : string.CompareOrdinal(Segment, other.Segment);
        return bySegment > 0 || (bySegment == 0 && EngineOrder.Instance.Compare(ProfileId, other.ProfileId) > 0);
    }
}
