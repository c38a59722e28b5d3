namespace Tessera.Learning;

/// <summary>A fitted model that can say what each input of a row contributed.</summary>
public interface IExplainable : IPredictor
{
    /// <summary>The score of a row, divided among its inputs.</summary>
    /// <param name="row">The inputs, [d].</param>
    /// <returns>The contributions; with the expected score they add up to the row's score.</returns>
    Explanation Explain(ReadOnlySpan<double> row);
}
