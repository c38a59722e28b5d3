namespace Tessera.Learning.Survival;

/// <summary>What a Cox model learns from.</summary>
/// <remarks>
/// A covariate that changes over time is given as several observations of one subject, each from the time the values hold to the time they
/// change (<see cref="SurvivalObservation.Entry"/>), of which only the last may have the event.
/// </remarks>
public sealed class CoxData
{
    /// <summary>Creates the data.</summary>
    /// <param name="names">Names of the covariates, [d], d at least 1.</param>
    /// <param name="observations">The observations, [n].</param>
    /// <param name="covariates">Their covariates, [n, d] row-major, finite.</param>
    /// <exception cref="ArgumentException">Sizes do not fit, or a value is not finite.</exception>
    public CoxData(IReadOnlyList<string> names, IReadOnlyList<SurvivalObservation> observations, IReadOnlyList<double> covariates)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(covariates);
        SurvivalObservation.Check(observations, nameof(observations));
        if (names.Count == 0 || covariates.Count != names.Count * observations.Count)
        {
            throw new ArgumentException($"{observations.Count} observations of {names.Count} covariates need {names.Count * observations.Count} values, not {covariates.Count}.", nameof(covariates));
        }

        for (var i = 0; i < covariates.Count; i++)
        {
            if (!double.IsFinite(covariates[i]))
            {
                throw new ArgumentException($"The covariate {names[i % names.Count]} of observation {(i / names.Count) + 1} is not a finite number.", nameof(covariates));
            }
        }

        (Names, Observations, Covariates) = ([.. names], [.. observations], [.. covariates]);
    }

    /// <summary>Names of the covariates.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The observations.</summary>
    public IReadOnlyList<SurvivalObservation> Observations { get; }

    /// <summary>The covariates, [n, d] row-major.</summary>
    internal double[] Covariates { get; }
}
