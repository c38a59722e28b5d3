namespace Tessera.Segments.Checking;

/// <summary>What is known of the values of one trait or property.</summary>
/// <param name="Path">Its path, dotted.</param>
/// <param name="Types">The types that values were seen with.</param>
/// <param name="Occurrences">How many values there are.</param>
/// <param name="TopValues">The most frequent values as text, the most frequent first.</param>
/// <param name="IsComplete">Whether <paramref name="TopValues"/> are all the values there are.</param>
public sealed record ValueFacts(string Path, ValueTypes Types, long Occurrences, ValueList<ValueFrequency> TopValues, bool IsComplete = false);
