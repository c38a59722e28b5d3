namespace Tessera.Learning.Boosting;

/// <summary>First and second derivatives of the loss, of some rows.</summary>
/// <param name="rows">The rows, [m].</param>
/// <param name="gradients">Where to, [m].</param>
/// <param name="hessians">Where to, [m]; none negative.</param>
internal delegate void RowDerivatives(ReadOnlySpan<int> rows, Span<double> gradients, Span<double> hessians);
