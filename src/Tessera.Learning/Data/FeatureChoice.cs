namespace Tessera.Learning.Data;

/// <summary>Which columns of a table are features, and what was said about the others.</summary>
/// <param name="Features">The names of the features, in the table's order.</param>
/// <param name="Identifiers">The names of columns that only name rows.</param>
/// <param name="Notices">One sentence for every column that was left out of its own accord.</param>
public sealed record FeatureChoice(IReadOnlyList<string> Features, IReadOnlyList<string> Identifiers, IReadOnlyList<string> Notices);
