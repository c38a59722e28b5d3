using Tessera.Simulation.Calendars;
using Tessera.Simulation.Running;

namespace Tessera.Simulation.Shop;

/// <summary>
/// Turns the calendar into the shop's operational time G(t): hours in which much is bought are long. Buying is a Poisson
/// process in operational time, which keeps every formula of the Pareto/NBD model true with G in place of t. A year has 365
/// operational days on average.
/// </summary>
internal sealed class BuyingClock
{
    // Share of a day's buying by hour, UTC: evenings and the lunch hour.
    private static readonly double[] Hours =
        [.6, .3, .15, .1, .12, .3, .7, 1.1, 1.5, 1.8, 2, 2.1, 2.2, 1.9, 1.7, 1.6, 1.7, 2, 2.6, 3.3, 3.5, 3, 2, 1.1];

    // Monday to Sunday.
    private static readonly double[] Weekdays = [1.05, 0.98, 0.95, 0.95, 0.92, 0.98, 1.17];

    private static readonly SeasonalCurve ShopSeason = new(.9, .85, .93, .95, .98, .93, .85, .84, .97, 1.04, 1.28, 1.5);
    private static readonly SeasonalCurve GiftSeason = new(.35, .85, .5, .6, .95, .5, .4, .4, .5, .9, 2.3, 3.8);

    private readonly double[] atHour; // G at the beginning of each hour
    private readonly int[] hourOf;    // the hour in which each whole operational day lies

    private BuyingClock(double[] weights)
    {
        atHour = new double[weights.Length + 1];
        for (var hour = 0; hour < weights.Length; hour++)
        {
            atHour[hour + 1] = atHour[hour] + (weights[hour] / 24);
        }

        hourOf = new int[(int)atHour[^1] + 2];
        for (int hour = 0, day = 0; day < hourOf.Length; day++)
        {
            while (hour < weights.Length - 1 && atHour[hour + 1] <= day)
            {
                hour++;
            }

            hourOf[day] = hour;
        }
    }

    /// <summary>The clock of the whole shop or of its buyers of gifts.</summary>
    public static BuyingClock Seasonal(DateOnly start, int days, bool gifts)
    {
        var weights = new double[days * 24];
        var meanHour = Hours.Average();
        for (var day = 0; day < days; day++)
        {
            var date = start.AddDays(day);
            var weight = (gifts ? GiftSeason : ShopSeason)[date] * Weekdays[((int)date.DayOfWeek + 6) % 7] / Weekdays.Average() * Occasion(date);
            for (var hour = 0; hour < 24; hour++)
            {
                weights[(day * 24) + hour] = weight * Hours[hour] / meanHour;
            }
        }

        return new BuyingClock(weights);
    }

    /// <summary>The clock whose operational time is calendar time, for checking the model against its formulas.</summary>
    public static BuyingClock Even(int days)
    {
        var weights = new double[days * 24];
        Array.Fill(weights, 1);
        return new BuyingClock(weights);
    }

    /// <summary>G(t): operational days from the start to an instant; instants before the start count as the start.</summary>
    public double OperationalDays(long time)
    {
        if (time <= 0)
        {
            return 0;
        }

        var hour = time / SimulationTime.Hour;
        if (hour >= atHour.Length - 1)
        {
            return atHour[^1];
        }

        var share = (time % SimulationTime.Hour) / (double)SimulationTime.Hour;
        return atHour[hour] + (share * (atHour[hour + 1] - atHour[hour]));
    }

    /// <summary>The instant at which G reaches a value; <see cref="long.MaxValue"/> if that is after the last day.</summary>
    public long Instant(double operationalDays)
    {
        if (operationalDays >= atHour[^1])
        {
            return long.MaxValue;
        }

        var day = (int)operationalDays;
        var low = hourOf[day];
        var high = hourOf[day + 1];
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (atHour[middle] <= operationalDays)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        var share = (operationalDays - atHour[low]) / (atHour[low + 1] - atHour[low]);
        return (low * SimulationTime.Hour) + (long)(share * SimulationTime.Hour);
    }

    /// <summary>The week of the last Friday of November sells more, the days after 21 December less.</summary>
    private static double Occasion(DateOnly date)
    {
        if (date is { Month: 11, Day: >= 23 and <= 29, DayOfWeek: DayOfWeek.Friday })
        {
            return 2.2;
        }

        return date is { Month: 12, Day: > 21 } ? 0.45 : 1;
    }
}
