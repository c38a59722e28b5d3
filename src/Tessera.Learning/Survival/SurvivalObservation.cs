namespace Tessera.Learning.Survival;

/// <summary>How long one subject was watched, and whether the event ended it.</summary>
/// <param name="Time">When the watching ended; finite, above <paramref name="Entry"/>.</param>
/// <param name="Event">Whether the event happened then; false where the subject was merely lost from sight (censored).</param>
/// <param name="Entry">When the watching began; 0 unless the subject came under observation later.</param>
public readonly record struct SurvivalObservation(double Time, bool Event, double Entry = 0)
{
    /// <summary>Refuses observations that make no sense.</summary>
    /// <exception cref="ArgumentException">One does not; the message says which and how.</exception>
    internal static void Check(IReadOnlyList<SurvivalObservation> observations, string parameter)
    {
        ArgumentNullException.ThrowIfNull(observations, parameter);
        for (var i = 0; i < observations.Count; i++)
        {
            var (time, _, entry) = observations[i];
            if (!(double.IsFinite(time) && double.IsFinite(entry) && entry >= 0 && time > entry))
            {
                throw new ArgumentException(FormattableString.Invariant(
                    $"Observation {i + 1} lasts from {entry} to {time}; it must begin at 0 or later and end after it began."), parameter);
            }
        }
    }
}
