namespace Tessera.Learning.Causal;

/// <summary>One of the models that uplift is a sum of.</summary>
/// <param name="Model">The model.</param>
/// <param name="Weight">What its prediction is multiplied by.</param>
/// <param name="Treatment">The value of the treatment where the model takes it as its last input; null where it does not.</param>
internal sealed record UpliftPart(IPredictor Model, double Weight, double? Treatment = null);
