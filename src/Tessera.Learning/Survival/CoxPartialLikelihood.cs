using MathNet.Numerics.LinearAlgebra;

namespace Tessera.Learning.Survival;

/// <summary>Cox's partial log-likelihood with its gradient and information, in standardised covariates.</summary>
/// <remarks>
/// From the last time to the first, sums over those at risk are kept: a subject joins at the end of its interval and leaves at its
/// beginning. With m events at one time Efron's terms take j/m of their sums off the risk set, j = 0 … m − 1; Breslow's take off none.
/// </remarks>
internal sealed class CoxPartialLikelihood
{
    private readonly SurvivalObservation[] observations;
    private readonly double[] standardised;
    private readonly int[] byTime;
    private readonly int[] byEntry;
    private readonly int d;
    private readonly TieHandling ties;

    public CoxPartialLikelihood(CoxData data, TieHandling ties)
    {
        observations = [.. data.Observations];
        d = data.Names.Count;
        this.ties = ties;
        var n = observations.Length;
        Events = observations.Count(observation => observation.Event);
        Centre = new double[d];
        Scales = new double[d];
        Ranges = new double[d];
        standardised = new double[n * d];
        for (var j = 0; j < d; j++)
        {
            var column = Enumerable.Range(0, n).Select(i => data.Covariates[(i * d) + j]).ToArray();
            Centre[j] = n > 0 ? column.Average() : 0;
            var centre = Centre[j];
            Scales[j] = n > 0 ? Math.Sqrt(column.Average(value => (value - centre) * (value - centre))) : 0;
            if (!(Scales[j] > 1e-12 * Math.Abs(centre)))
            {
                ConstantCovariate ??= data.Names[j];
                Scales[j] = 1;
            }

            Ranges[j] = n > 0 ? (column.Max() - column.Min()) / Scales[j] : 0;
            for (var i = 0; i < n; i++)
            {
                standardised[(i * d) + j] = (column[i] - centre) / Scales[j];
            }
        }

        byTime = [.. Enumerable.Range(0, n).OrderByDescending(i => observations[i].Time)];
        byEntry = [.. Enumerable.Range(0, n).OrderByDescending(i => observations[i].Entry)];
    }

    public int Events { get; }

    /// <summary>Means of the covariates.</summary>
    public double[] Centre { get; }

    /// <summary>Standard deviations of the covariates.</summary>
    public double[] Scales { get; }

    /// <summary>Differences between the ends of the covariates, in standard deviations.</summary>
    public double[] Ranges { get; }

    /// <summary>A covariate with one value only, or null.</summary>
    public string? ConstantCovariate { get; }

    /// <summary>Evaluates at coefficients of standardised covariates.</summary>
    public State Evaluate(Vector<double> beta, double ridge)
    {
        var value = -0.5 * ridge * beta.DotProduct(beta);
        var gradient = new double[d];
        var information = new double[d, d];
        for (var j = 0; j < d; j++)
        {
            gradient[j] = -ridge * beta[j];
            information[j, j] = ridge;
        }

        Walk(beta, (_, atRisk, events, count, logRisks) =>
        {
            value += logRisks.Sum;
            for (var j = 0; j < d; j++)
            {
                gradient[j] += logRisks.Covariates[j];
            }

            for (var tie = 0; tie < count; tie++)
            {
                var off = ties == TieHandling.Efron ? (double)tie / count : 0;
                var total = atRisk.Risk - (off * events.Risk);
                value -= Math.Log(total);
                for (var j = 0; j < d; j++)
                {
                    var mean = (atRisk.First[j] - (off * events.First[j])) / total;
                    gradient[j] -= mean;
                    for (var k = 0; k <= j; k++)
                    {
                        var entry = ((atRisk.Second[(j * d) + k] - (off * events.Second[(j * d) + k])) / total)
                            - (mean * (atRisk.First[k] - (off * events.First[k])) / total);
                        information[j, k] += entry;
                        if (j != k)
                        {
                            information[k, j] += entry;
                        }
                    }
                }
            }
        });
        return new(value, Vector<double>.Build.DenseOfArray(gradient), Matrix<double>.Build.DenseOfArray(information));
    }

    /// <summary>The cumulative hazard of a subject with mean covariates, at the times of events, ascending.</summary>
    public (double Time, double Hazard)[] Baseline(Vector<double> beta)
    {
        var steps = new List<(double Time, double Hazard)>();
        Walk(beta, (time, atRisk, events, count, _) =>
        {
            var rise = 0.0;
            for (var tie = 0; tie < count; tie++)
            {
                rise += 1 / (atRisk.Risk - (ties == TieHandling.Efron ? events.Risk * tie / count : 0));
            }

            steps.Add((time, rise));
        });
        steps.Reverse();
        var hazard = 0.0;
        return [.. steps.Select(step => (step.Time, hazard += step.Hazard))];
    }

    private void Walk(Vector<double> beta, Action<double, RiskSums, RiskSums, int, EventSums> atEvents)
    {
        var atRisk = new RiskSums(d);
        int joined = 0, left = 0;
        while (joined < byTime.Length)
        {
            var time = observations[byTime[joined]].Time;
            var events = new RiskSums(d);
            var sums = new EventSums(new double[d]);
            var count = 0;
            for (; joined < byTime.Length && observations[byTime[joined]].Time == time; joined++)
            {
                var i = byTime[joined];
                var logRisk = LogRisk(beta, i);
                atRisk.Add(Math.Exp(logRisk), Row(i));
                if (observations[i].Event)
                {
                    events.Add(Math.Exp(logRisk), Row(i));
                    count++;
                    sums.Sum += logRisk;
                    for (var j = 0; j < d; j++)
                    {
                        sums.Covariates[j] += Row(i)[j];
                    }
                }
            }

            // Those whose interval begins at this time or later are not at risk at it.
            for (; left < byEntry.Length && observations[byEntry[left]].Entry >= time; left++)
            {
                atRisk.Add(-Math.Exp(LogRisk(beta, byEntry[left])), Row(byEntry[left]));
            }

            if (count > 0)
            {
                atEvents(time, atRisk, events, count, sums);
            }
        }
    }

    private ReadOnlySpan<double> Row(int i) => standardised.AsSpan(i * d, d);

    private double LogRisk(Vector<double> beta, int i)
    {
        var sum = 0.0;
        var row = Row(i);
        for (var j = 0; j < row.Length; j++)
        {
            sum += beta[j] * row[j];
        }

        return sum;
    }

    /// <summary>The value with its derivatives.</summary>
    internal sealed record State(double Value, Vector<double> Gradient, Matrix<double> Information);

    private sealed class EventSums(double[] covariates)
    {
        public double Sum { get; set; }

        public double[] Covariates { get; } = covariates;
    }

    private sealed class RiskSums(int d)
    {
        public double Risk { get; private set; }

        public double[] First { get; } = new double[d];

        public double[] Second { get; } = new double[d * d];

        public void Add(double risk, ReadOnlySpan<double> covariates)
        {
            Risk += risk;
            for (var j = 0; j < covariates.Length; j++)
            {
                First[j] += risk * covariates[j];
                for (var k = 0; k <= j; k++)
                {
                    Second[(j * covariates.Length) + k] += risk * covariates[j] * covariates[k];
                }
            }
        }
    }
}
