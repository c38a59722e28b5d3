namespace Tessera.Simulation.Calendars;

/// <summary>A factor per day of the year that averages 1 over 365 days, drawn through twelve monthly values.</summary>
internal sealed class SeasonalCurve
{
    private readonly double[] factors = new double[366];

    /// <param name="months">Twelve positive values, one per month, holding in its middle; between middles they are joined by straight lines.</param>
    public SeasonalCurve(params ReadOnlySpan<double> months)
    {
        if (months.Length != 12)
        {
            throw new ArgumentException("A seasonal curve takes twelve values.", nameof(months));
        }

        var total = 0.0;
        for (var day = 0; day < factors.Length; day++)
        {
            var position = ((day + 0.5) / 366 * 12) - 0.5;
            var left = (int)Math.Floor(position);
            var share = position - left;
            factors[day] = (months[(left + 12) % 12] * (1 - share)) + (months[(left + 1) % 12] * share);
            total += factors[day];
        }

        for (var day = 0; day < factors.Length; day++)
        {
            factors[day] *= factors.Length / total;
        }
    }

    /// <summary>The factor of a date.</summary>
    public double this[DateOnly date] => factors[Math.Min(365, date.DayOfYear - 1)];
}
