using System.Globalization;
using Tessera.Learning.Experiments;

namespace Tessera.Cli.Learning;

/// <summary>Reads the observations of an experiment and compares its variants.</summary>
internal sealed class ExperimentRun(ExperimentRequest request, CancellationToken cancellationToken)
{
    private const int MostVariants = 50;

    private static readonly string[] ControlNames = ["control", "a", "baseline", "0", "false", "none", "no"];

    private readonly SortedDictionary<string, ExperimentVariant> variants = new(StringComparer.Ordinal);
    private readonly List<string> warnings = [];

    public ExperimentAnswer Do(ProgramEnvironment environment)
    {
        Read(environment);
        var control = FindControl();
        var binary = request.Quantile is null && request.Denominator is null && variants.Values.All(variant => variant.IsBinary);
        var comparisons = variants.Values.Where(variant => variant != control).Select(variant => Compare(control, variant, binary)).ToList();
        var check = SampleRatioCheck.Of([.. variants.Values.Select(variant => variant.Count)], request.Weights);
        if (check.Mismatch)
        {
            warnings.Add(string.Create(CultureInfo.InvariantCulture,
                $"The variants do not have the sizes they should have (p = {check.PValue:0.0e+0}): something filters one of them, and no effect below can be believed until it is found."));
        }

        return new(
            request.Method,
            request.Metric,
            Kind(binary),
            control.Name,
            request.Level,
            [.. variants.Values.Select(Describe)],
            Adjusted(comparisons),
            check,
            warnings);
    }

    private static double Value(DelimitedFile file, int column) => file.Text(column).ToUpperInvariant() switch
    {
        "TRUE" or "YES" => 1,
        "FALSE" or "NO" => 0,
        _ => ValueReading.Number(file, column),
    };

    private void Read(ProgramEnvironment environment)
    {
        using var file = DelimitedFile.Open(environment, request.File);
        var variantColumn = file.IndexOf(request.Variant);
        var metric = file.IndexOf(request.Metric);
        var pairedName = request.Covariate ?? request.Denominator;
        var paired = pairedName is null ? -1 : file.IndexOf(pairedName);
        var stratum = request.Strata is null ? -1 : file.IndexOf(request.Strata);
        long incomplete = 0;
        while (file.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var name = file.Text(variantColumn);
            if (name.Length == 0 || file.Text(metric).Length == 0 || (paired >= 0 && file.Text(paired).Length == 0))
            {
                incomplete++;
                continue;
            }

            if (!variants.TryGetValue(name, out var variant))
            {
                variants[name] = variant = new(name);
                if (variants.Count > MostVariants)
                {
                    throw new CommandFailure($"{file.Name}: column {request.Variant} has more than {MostVariants} different values; it does not look like a variant.");
                }
            }

            variant.Add(Value(file, metric), paired < 0 ? null : Value(file, paired), stratum < 0 ? null : file.Text(stratum));
        }

        if (variants.Count < 2)
        {
            throw new CommandFailure(variants.Count == 0
                ? $"{file.Name} has no line with a variant and a metric."
                : $"{file.Name}: column {request.Variant} has one value only, \"{variants.Keys.First()}\"; an experiment compares at least two variants.");
        }

        if (incomplete > 0)
        {
            warnings.Add(string.Create(CultureInfo.InvariantCulture, $"{incomplete:#,0} lines without a value were left out; if one variant lacks more than another, the comparison is biased."));
        }
    }

    private ExperimentVariant FindControl()
    {
        if (request.Control is { } name)
        {
            return variants.TryGetValue(name, out var named)
                ? named
                : throw new CommandFailure($"There is no variant \"{name}\"; the variants are {string.Join(", ", variants.Keys)}.");
        }

        var likely = variants.Values.FirstOrDefault(variant => ControlNames.Contains(variant.Name, StringComparer.OrdinalIgnoreCase))
            ?? variants.Values.FirstOrDefault(variant => variant.Name.Contains("control", StringComparison.OrdinalIgnoreCase));
        if (likely is null)
        {
            likely = variants.Values.First();
            warnings.Add($"\"{likely.Name}\", the first by name, was taken for the control; say --control to choose another.");
        }

        return likely;
    }

    private string Kind(bool binary) => request switch
    {
        { Quantile: not null } => "quantile",
        { Denominator: not null } => "ratio",
        { Covariate: not null } => "mean, adjusted for the covariate",
        { Strata: not null } => "mean, adjusted for the strata",
        _ => binary ? "proportion" : "mean",
    };

    private ExperimentAnswer.VariantAnswer Describe(ExperimentVariant variant)
    {
        var moments = variant.Moments;
        double? value = request switch
        {
            { Quantile: { } quantile } => MathNet.Numerics.Statistics.ArrayStatistics.QuantileCustomInplace(variant.Values.ToArray(), quantile, MathNet.Numerics.Statistics.QuantileDefinition.R7),
            { Denominator: not null } => variant.Pairs is { X.Mean: not 0 } pairs ? pairs.Y.Mean / pairs.X.Mean : null,
            _ => moments.Mean,
        };
        return new(variant.Name, variant.Count, value, request.Denominator is null && variant.Count > 1 ? Math.Sqrt(moments.Variance) : null);
    }

    private (string Name, Comparison Comparison, double? VarianceReduction) Compare(ExperimentVariant control, ExperimentVariant variant, bool binary)
    {
        if (request.Quantile is { } quantile)
        {
            return (variant.Name, FrequentistTest.Quantiles(control.Values, variant.Values, quantile, request.Level), null);
        }

        if (request.Denominator is not null)
        {
            return (variant.Name, FrequentistTest.Ratios(control.Pairs, variant.Pairs, request.Level), null);
        }

        if (request.Covariate is not null || request.Strata is not null)
        {
            var adjusted = request.Covariate is not null ? Cuped.Compare(control.Pairs, variant.Pairs, request.Level) : Stratified(control, variant);
            var estimable = adjusted.Frequentist.NotEstimable is null && request.Method != "frequentist";
            return (variant.Name, estimable ? OfMeans(adjusted.Control, adjusted.Treatment) : adjusted.Frequentist, adjusted.VarianceReduction);
        }

        return (variant.Name, binary ? OfProportions(control.Proportion, variant.Proportion) : OfMeans(control.Moments, variant.Moments), null);
    }

    private AdjustedComparison Stratified(ExperimentVariant control, ExperimentVariant variant)
    {
        var (controls, treatments) = (control.Strata, variant.Strata);
        return PostStratification.Compare(
            controls.Keys.Union(treatments.Keys, StringComparer.Ordinal).ToDictionary(
                stratum => stratum,
                stratum => (controls.GetValueOrDefault(stratum), treatments.GetValueOrDefault(stratum)),
                StringComparer.Ordinal),
            request.Level);
    }

    private Comparison OfMeans(SampleMoments control, SampleMoments treatment) => request.Method switch
    {
        "bayesian" => BayesianTest.Means(control, treatment, request.Level),
        "sequential" => SequentialTest.Means(control, treatment, request.Level),
        _ => FrequentistTest.Means(control, treatment, request.Level),
    };

    private Comparison OfProportions(Proportion control, Proportion treatment) => request.Method switch
    {
        "bayesian" => BayesianTest.Proportions(control, treatment, request.Level),
        "sequential" => SequentialTest.Proportions(control, treatment, request.Level),
        _ => FrequentistTest.Proportions(control, treatment, request.Level),
    };

    private List<ExperimentAnswer.ComparisonAnswer> Adjusted(List<(string Name, Comparison Comparison, double? VarianceReduction)> comparisons)
    {
        var tested = comparisons.Where(each => each.Comparison.PValue is not null).ToList();
        double[] pValues = [.. tested.Select(each => each.Comparison.PValue!.Value)];
        var adjusted = request.Correction switch
        {
            "holm" => MultipleComparisons.Holm(pValues),
            "bh" => MultipleComparisons.BenjaminiHochberg(pValues),
            _ => pValues,
        };
        var byName = tested.Zip(adjusted).ToDictionary(each => each.First.Name, each => each.Second, StringComparer.Ordinal);
        return
        [
            .. comparisons.Select(each => new ExperimentAnswer.ComparisonAnswer(
                each.Name,
                each.Comparison.Effect,
                each.Comparison.RelativeEffect,
                each.Comparison.StandardError,
                each.Comparison.Lower is null ? null : [each.Comparison.Lower, each.Comparison.Upper],
                each.Comparison.PValue,
                byName.TryGetValue(each.Name, out var value) ? value : null,
                each.Comparison.ProbabilityBetter,
                each.Comparison.ExpectedLoss,
                each.VarianceReduction,
                each.Comparison.NotEstimable)),
        ];
    }
}
