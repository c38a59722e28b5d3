namespace Tessera.Segments.Completion;

/// <summary>What may stand at a place of a text.</summary>
/// <param name="From">Where what is begun there starts, in UTF-16 code units: an item replaces the text from here …</param>
/// <param name="To">… to here.</param>
/// <param name="Items">At most fifty, the likeliest first.</param>
public sealed record CompletionList(int From, int To, IReadOnlyList<CompletionItem> Items);
