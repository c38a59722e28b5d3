namespace Tessera.Learning.Lifetime;

/// <summary>A fitted model of when customers buy again and when they stop, in a shop without contracts.</summary>
/// <remarks>Times, horizons and rates are in the unit of the histories it was fitted on.</remarks>
public interface ILifetimeModel : IFittedModel
{
    /// <summary>The model's short name, such as <c>bg-nbd</c>.</summary>
    string Name { get; }

    /// <summary>Its parameters, in the order of the paper.</summary>
    IReadOnlyList<FittedParameter> Parameters { get; }

    /// <summary>The log-likelihood of the data it was fitted on, in their unit of time.</summary>
    double LogLikelihood { get; }

    /// <summary>The probability that the customer is still a customer at the end of the observation, 0 to 1.</summary>
    /// <param name="history">What the customer did so far.</param>
    /// <exception cref="ArgumentException">The history contradicts itself.</exception>
    double ProbabilityAlive(PurchaseHistory history);

    /// <summary>The expected number of purchases in the time after the observation.</summary>
    /// <param name="horizon">How long that time is; at least 0.</param>
    /// <param name="history">What the customer did so far.</param>
    /// <exception cref="ArgumentException">The horizon is negative or not finite, or the history contradicts itself.</exception>
    double ExpectedPurchases(double horizon, PurchaseHistory history);

    /// <summary>The expected number of repeat purchases of a customer about whom nothing is known but the first purchase.</summary>
    /// <param name="horizon">Time since the first purchase; at least 0.</param>
    /// <exception cref="ArgumentException">The horizon is negative or not finite.</exception>
    double ExpectedPurchases(double horizon);

    /// <summary>The log-likelihood of any histories under the fitted parameters.</summary>
    /// <param name="histories">Histories in the same unit of time.</param>
    double LogLikelihoodOf(PurchaseHistories histories);

    /// <summary>Draws what a new customer of this population does.</summary>
    /// <param name="age">How long the customer is observed after the first purchase; above 0.</param>
    /// <param name="random">The source of chance.</param>
    PurchaseHistory Simulate(double age, Random random);

    /// <summary>
    /// <see cref="ProbabilityAlive"/> as a SQL expression (ClickHouse dialect) that gives the same number to 10⁻⁹, relative, for columns of any
    /// number type; null where one of them is null.
    /// </summary>
    /// <param name="columns">The columns with the histories.</param>
    string ProbabilityAliveSql(HistoryColumns columns);

    /// <summary>
    /// <see cref="ExpectedPurchases(double, PurchaseHistory)"/> as a SQL expression (ClickHouse dialect) that gives the same number to 10⁻⁹, relative, for
    /// columns of any number type; null where one of them is null.
    /// </summary>
    /// <param name="horizon">The time after the observation; at least 0.</param>
    /// <param name="columns">The columns with the histories.</param>
    string ExpectedPurchasesSql(double horizon, HistoryColumns columns);
}
