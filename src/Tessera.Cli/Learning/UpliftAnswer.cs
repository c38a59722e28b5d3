namespace Tessera.Cli.Learning;

/// <summary>What <c>learn uplift</c> found.</summary>
/// <param name="Treatment">The column that says who was treated.</param>
/// <param name="Treated">Its value for treated rows.</param>
/// <param name="Outcome">The column of what came of it.</param>
/// <param name="Positive">The value of the outcome that counts as 1; null where it is a number.</param>
/// <param name="Rows">Rows learned from and tested on.</param>
/// <param name="TreatedRows">Those of them that were treated.</param>
/// <param name="Features">The inputs.</param>
/// <param name="Model">The learner, and the models inside it.</param>
/// <param name="AverageEffect">The difference of the mean outcomes of all treated and untreated rows.</param>
/// <param name="Qini">The Qini coefficient, mean over the folds.</param>
/// <param name="QiniInterval">95 % interval of it for all held-out rows together.</param>
/// <param name="Auuc">The area under the uplift curve, mean over the folds.</param>
/// <param name="AuucInterval">95 % interval of it for all held-out rows together.</param>
/// <param name="UpliftAt10">The effect among the tenth with the highest predictions, mean over the folds.</param>
/// <param name="UpliftAt30">The same for three tenths.</param>
/// <param name="UpliftAt50">The same for the half.</param>
/// <param name="Folds">The same by fold.</param>
/// <param name="Plan">Whom to treat, where a cost was given.</param>
/// <param name="Notices">What a person should know.</param>
internal sealed record UpliftAnswer(
    string Treatment,
    string Treated,
    string Outcome,
    string? Positive,
    int Rows,
    int TreatedRows,
    IReadOnlyList<string> Features,
    string Model,
    double AverageEffect,
    double Qini,
    IReadOnlyList<double> QiniInterval,
    double Auuc,
    IReadOnlyList<double> AuucInterval,
    double UpliftAt10,
    double UpliftAt30,
    double UpliftAt50,
    IReadOnlyList<UpliftFold> Folds,
    UpliftPlan? Plan,
    IReadOnlyList<string> Notices);

/// <summary>What one fold found.</summary>
/// <param name="Name">The fold.</param>
/// <param name="Rows">Rows tested.</param>
/// <param name="Qini">On those rows.</param>
/// <param name="Auuc">On those rows.</param>
/// <param name="UpliftAt10">On those rows.</param>
/// <param name="UpliftAt30">On those rows.</param>
/// <param name="UpliftAt50">On those rows.</param>
internal sealed record UpliftFold(string Name, int Rows, double Qini, double Auuc, double UpliftAt10, double UpliftAt30, double UpliftAt50);

/// <summary>Whom to treat under a budget.</summary>
/// <param name="Rows">How many rows.</param>
/// <param name="Cost">What that costs.</param>
/// <param name="ExpectedOutcome">By how much outcomes rise, as predicted.</param>
/// <param name="ExpectedProfit">The value of that less the cost.</param>
/// <param name="MeasuredOutcome">By how much outcomes rise, as the test itself says.</param>
internal sealed record UpliftPlan(int Rows, double Cost, double ExpectedOutcome, double ExpectedProfit, double MeasuredOutcome);

/// <summary>The predicted uplift of a row that its model had not seen.</summary>
/// <param name="Row">The row of the file, from 1.</param>
/// <param name="Fold">The fold that tested it.</param>
/// <param name="Treated">Whether it was treated.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Uplift">The prediction.</param>
internal sealed record RowUplift(int Row, string Fold, bool Treated, double Outcome, double Uplift);
