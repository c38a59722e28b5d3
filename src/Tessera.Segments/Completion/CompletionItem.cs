namespace Tessera.Segments.Completion;

/// <summary>Something that may follow.</summary>
/// <param name="Text">What is put in, as the language writes it.</param>
/// <param name="Label">What is shown.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Detail">What is known about it, such as how often it was seen; or empty.</param>
public sealed record CompletionItem(string Text, string Label, CompletionKind Kind, string Detail);
