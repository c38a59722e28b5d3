namespace Tessera.Learning;

/// <summary>A score divided among the inputs of a row.</summary>
/// <param name="ExpectedScore">The score when nothing is known about the row.</param>
/// <param name="Contributions">What each input adds, in the order of the schema, [d]; with the expected score they sum to the row's score.</param>
public sealed record Explanation(double ExpectedScore, IReadOnlyList<double> Contributions);
