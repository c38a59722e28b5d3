namespace Tessera.Learning.Causal;

/// <summary>The models inside an uplift learner.</summary>
public enum UpliftBase
{
    /// <summary>Boosted trees: effects may depend on inputs in any way.</summary>
    Boosting,

    /// <summary>Linear regression with a ridge: effects are a sum of one term per input.</summary>
    Linear,
}
