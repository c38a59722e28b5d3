namespace Tessera.Learning.Causal;

/// <summary>Ways to learn uplift from models of outcomes.</summary>
public enum UpliftLearner
{
    /// <summary>S: one model of the outcome with the treatment among its inputs.</summary>
    Single,

    /// <summary>T: a model of the outcome for each arm; uplift is their difference.</summary>
    Two,

    /// <summary>X: models of the effects that the other arm's model implies for each row, weighted by the chance of treatment.</summary>
    Cross,

    /// <summary>DR: a model of the doubly robust effect of each row, with outcome models fitted on other rows.</summary>
    DoublyRobust,
}
