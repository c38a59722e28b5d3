namespace Tessera.Learning.Boosting;

/// <summary>What boosting minimises, and so what its predictions mean.</summary>
public enum BoostingObjective
{
    /// <summary>Log loss of a class 0 or 1; predicts its probability.</summary>
    LogLoss,

    /// <summary>Squared error; predicts the mean.</summary>
    Squared,

    /// <summary>Poisson deviance of a count or rate of at least 0; predicts the mean.</summary>
    Poisson,

    /// <summary>Tweedie deviance of an amount that is often 0 and never negative; predicts the mean.</summary>
    Tweedie,

    /// <summary>Pinball loss; predicts a quantile.</summary>
    Quantile,
}
