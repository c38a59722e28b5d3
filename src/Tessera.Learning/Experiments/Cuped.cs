namespace Tessera.Learning.Experiments;

/// <summary>CUPED: takes out of a metric what a covariate from before the experiment explains.</summary>
/// <remarks>
/// Reference: Deng, Xu, Kohavi and Walker (2013), Improving the Sensitivity of Online Controlled Experiments by Utilizing
/// Pre-Experiment Data, WSDM 2013, section 3, with θ from the pooled covariance within variants, which makes the
/// effect that of an analysis of covariance. The covariate must not be affected by the treatment.
/// </remarks>
public static class Cuped
{
    /// <summary>Compares means after adjustment. O(1).</summary>
    /// <param name="control">The control: covariates x, metric y.</param>
    /// <param name="treatment">The treatment.</param>
    /// <param name="level">The probability that the interval covers the truth.</param>
    public static AdjustedComparison Compare(PairedMoments control, PairedMoments treatment, double level = 0.95)
    {
        Levels.Check(level);
        var plain = FrequentistTest.Means(control.Y, treatment.Y, level);
        if (plain.NotEstimable is not null)
        {
            return new(control.Y, treatment.Y, null, plain);
        }

        var freedom = control.Count + treatment.Count - 2;
        var spread = ((control.Count - 1) * control.X.Variance) + ((treatment.Count - 1) * treatment.X.Variance);
        if (spread <= 0)
        {
            return new(control.Y, treatment.Y, null, Comparison.Without("The covariate has the same value everywhere, so that it explains nothing.", plain.Effect));
        }

        var theta = (((control.Count - 1) * control.Covariance) + ((treatment.Count - 1) * treatment.Covariance)) / spread;
        var mean = ((control.Count * control.X.Mean) + (treatment.Count * treatment.X.Mean)) / (freedom + 2);
        var (adjustedControl, adjustedTreatment) = (Adjust(control), Adjust(treatment));
        var comparison = FrequentistTest.Means(adjustedControl, adjustedTreatment, level);
        var reduction = 1 - ((adjustedControl.SquaredError + adjustedTreatment.SquaredError) / (control.Y.SquaredError + treatment.Y.SquaredError));
        return new(adjustedControl, adjustedTreatment, reduction, comparison);

        SampleMoments Adjust(PairedMoments sample) => new(
            sample.Count,
            sample.Y.Mean - (theta * (sample.X.Mean - mean)),
            Math.Max(0, sample.Y.Variance - (2 * theta * sample.Covariance) + (theta * theta * sample.X.Variance)));
    }
}
