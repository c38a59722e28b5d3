namespace Tessera.Segments.Text;

/// <summary>A place for something that is no word of the language.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Subject">What the value is compared with, where it is one.</param>
/// <param name="Beyond">The number that it must be above, where it is the end of a range; below it negated, where it is that of a period ago. Of instants, in days.</param>
internal sealed record Slot(SlotKind Kind, SlotSubject? Subject = null, double? Beyond = null);

/// <summary>What a test is about.</summary>
/// <param name="Path">The trait, or the property.</param>
/// <param name="IsProperty">Whether it is a property.</param>
/// <param name="Event">The event that it is a property of; null for any.</param>
internal sealed record SlotSubject(ValuePath? Path, bool IsProperty, EventName? Event);
