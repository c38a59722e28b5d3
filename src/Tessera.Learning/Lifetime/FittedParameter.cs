namespace Tessera.Learning.Lifetime;

/// <summary>One parameter of a fitted model.</summary>
/// <param name="Name">Its name: the symbol of the paper, spelled out (<c>alpha</c>).</param>
/// <param name="Value">Its estimate.</param>
/// <param name="StandardError">Its standard error; null where the data do not determine one.</param>
public sealed record FittedParameter(string Name, double Value, double? StandardError)
{
    internal static FittedParameter[] Of(string[] names, Numerics.MaximumLikelihoodEstimate estimate) =>
        [.. names.Select((name, i) => new FittedParameter(name, estimate.Parameters[i], estimate.StandardErrors[i]))];
}
