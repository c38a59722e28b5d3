using Tessera.Cli.Output;
using Tessera.Learning;
using Tessera.Learning.Causal;
using Tessera.Learning.Data;
using Tessera.Learning.Validation;

namespace Tessera.Cli.Learning;

/// <summary>Learns uplift from a file of a randomised test and says how well it ranks rows that were not learned from.</summary>
internal sealed class UpliftRun(ProgramEnvironment environment, UpliftRequest request, ProgressLine progress, CancellationToken cancellationToken)
{
    private const int LeastRows = 100;
    private readonly List<string> notices = [];

    /// <summary>Does it all.</summary>
    /// <exception cref="CommandFailure">The file does not carry it; one sentence says why.</exception>
    public (UpliftAnswer Answer, IEnumerable<RowUplift> Rows) Do()
    {
        progress.Report($"Reading {request.File}");
        var whole = TableFile.Read(environment, request.File, notices, cancellationToken);
        foreach (var name in request.NamedColumns.Where(name => !whole.TryGet(name, out _)))
        {
            throw new CommandFailure($"{request.File} has no column \"{name}\"; its columns are {string.Join(", ", whole.Columns.Select(column => column.Name))}.");
        }

        var (treatedValue, controlValue) = TreatmentReading.Arms(whole[request.Treatment], request.Treated, request.Control);
        var rows = Rows(whole, treatedValue, controlValue);
        var table = whole.Take(rows);
        var positive = table[request.Outcome] is NumericColumn ? null : TargetReading.Positive(TwoValues(table[request.Outcome]), null, notices);
        var outcome = TargetReading.Values(table, request.File, request.Outcome, positive);
        bool[] treated = [.. Enumerable.Range(0, table.RowCount).Select(row => table[request.Treatment].Text(row) == treatedValue)];
        var features = Features(table, outcome);
        var schema = FeatureSchema.Of(table, features);
        var data = new UpliftData(schema.Encode(table), treated, outcome);
        var folds = request.FoldColumn is { } column ? Folds.FromColumn(table[column]) : Folds.Stratified(treated.Select((isTreated, row) => (2 * outcome[row]) + (isTreated ? 1 : 0)).ToArray(), request.Folds, request.Seed);
        var uplift = new double[table.RowCount];
        var foldOf = new string[table.RowCount];
        var results = folds.Select((fold, i) => Evaluate(fold, data, uplift, foldOf, $"Fold {i + 1} of {folds.Count}")).ToList();
        var intervals = UpliftMetrics.Intervals(uplift, treated, outcome, seed: request.Seed);
        var answer = new UpliftAnswer(
            request.Treatment,
            treatedValue,
            request.Outcome,
            positive,
            table.RowCount,
            treated.Count(isTreated => isTreated),
            features,
            request.Model is "tree" or "forest" ? request.Model : $"{request.Model}, {request.Base}",
            UpliftMetrics.UpliftAt(uplift, treated, outcome, 1),
            results.Average(fold => fold.Qini),
            [intervals.Qini.Low, intervals.Qini.High],
            results.Average(fold => fold.Auuc),
            [intervals.AreaUnderCurve.Low, intervals.AreaUnderCurve.High],
            results.Average(fold => fold.UpliftAt10),
            results.Average(fold => fold.UpliftAt30),
            results.Average(fold => fold.UpliftAt50),
            results,
            Plan(uplift, treated, outcome),
            notices);
        return (answer, rows.Select((row, i) => new RowUplift(row + 1, foldOf[i], treated[i], outcome[i], uplift[i])));
    }

    private static Column TwoValues(Column outcome)
    {
        var values = Enumerable.Range(0, outcome.Count).Select(row => outcome.Text(row)!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return values.Count <= 2
            ? outcome
            : throw new CommandFailure($"{outcome.Name} has {values.Count} values ({string.Join(", ", values.Take(10))}{(values.Count > 10 ? ", …" : "")}); an outcome is a number, or one of two values.");
    }

    private int[] Rows(Table table, string treated, string control)
    {
        var (treatment, outcome) = (table[request.Treatment], table[request.Outcome]);
        var ofArm = Enumerable.Range(0, table.RowCount).Where(row => treatment.Text(row) is { } value && (value == treated || value == control)).ToList();
        int[] rows = [.. ofArm.Where(row => !outcome.IsMissing(row))];
        if (ofArm.Count < table.RowCount)
        {
            notices.Add($"{table.RowCount - ofArm.Count} rows whose {request.Treatment} is neither {treated} nor {control} were left out.");
        }

        if (rows.Length < ofArm.Count)
        {
            notices.Add($"{ofArm.Count - rows.Length} rows without a {request.Outcome} were left out.");
        }

        return rows.Length >= LeastRows ? rows : throw new CommandFailure($"{request.File} has {rows.Length} rows with a treatment and an outcome; at least {LeastRows} are needed to learn uplift and to test it.");
    }

    private List<string> Features(Table table, double[] outcome)
    {
        string[] excluded = [request.Treatment, request.Outcome, .. request.Drop, .. request.FoldColumn is { } fold ? new[] { fold } : []];
        var choice = FeatureChooser.Choose(table, excluded, [.. request.Keep], outcome, isClass: outcome.All(value => value is 0 or 1) && outcome.Distinct().Count() == 2);
        notices.AddRange(choice.Notices);
        var features = new List<string>();
        foreach (var name in choice.Features)
        {
            if (!request.Keep.Contains(name, StringComparer.Ordinal) && TreatmentReading.ReasonAgainst(table[name], outcome) is { } reason)
            {
                notices.Add(reason);
                continue;
            }

            features.Add(name);
        }

        TableFile.RequireFinite(table, features, request.File);
        return features.Count > 0 ? features : throw new CommandFailure($"{request.File} has no column to tell by who gains from the treatment.");
    }

    private UpliftFold Evaluate(Fold fold, UpliftData data, double[] uplift, string[] foldOf, string what)
    {
        var model = Fit(data.Take(fold.Training), new FitReporter(progress, what));
        var test = data.Take(fold.Test);
        var predicted = model.Predict(test.Features);
        for (var i = 0; i < predicted.Length; i++)
        {
            (uplift[fold.Test[i]], foldOf[fold.Test[i]]) = (predicted[i], fold.Name);
        }

        return new UpliftFold(
            fold.Name,
            predicted.Length,
            UpliftMetrics.Qini(predicted, test.Treated, test.Outcome),
            UpliftMetrics.AreaUnderCurve(predicted, test.Treated, test.Outcome),
            UpliftMetrics.UpliftAt(predicted, test.Treated, test.Outcome, 0.1),
            UpliftMetrics.UpliftAt(predicted, test.Treated, test.Outcome, 0.3),
            UpliftMetrics.UpliftAt(predicted, test.Treated, test.Outcome, 0.5));
    }

    private IPredictor Fit(UpliftData data, IProgress<FitProgress> reporter)
    {
        if (request.Model is "tree" or "forest")
        {
            var options = new UpliftForestOptions { Seed = request.Seed };
            return new UpliftForestTrainer(request.Model == "tree" ? options with { Trees = 1 } : options).Fit(data, reporter, cancellationToken);
        }

        var learner = request.Model switch { "s" => UpliftLearner.Single, "t" => UpliftLearner.Two, "dr" => UpliftLearner.DoublyRobust, _ => UpliftLearner.Cross };
        var inside = request.Base == "linear" ? UpliftBase.Linear : UpliftBase.Boosting;
        return new UpliftTrainer(new UpliftOptions { Learner = learner, Base = inside, Seed = request.Seed }).Fit(data, reporter, cancellationToken);
    }

    private UpliftPlan? Plan(double[] uplift, bool[] treated, double[] outcome)
    {
        if (request.Cost is not { } cost)
        {
            return null;
        }

        var plan = TargetingPolicy.Choose(uplift, [.. Enumerable.Repeat(cost, uplift.Length)], request.Value, request.Budget);
        var treat = new bool[uplift.Length];
        foreach (var row in plan.Rows)
        {
            treat[row] = true;
        }

        var measured = TargetingPolicy.MeanOutcome(treat, treated, outcome) - TargetingPolicy.MeanOutcome(new bool[uplift.Length], treated, outcome);
        return new UpliftPlan(plan.Rows.Count, plan.Cost, plan.ExpectedOutcome, plan.ExpectedProfit, measured * uplift.Length);
    }
}
