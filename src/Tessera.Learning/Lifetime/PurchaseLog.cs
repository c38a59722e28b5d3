using System.Runtime.InteropServices;

namespace Tessera.Learning.Lifetime;

/// <summary>A log of purchases, summed up per customer into what the models need, with an optional holdout to test them on.</summary>
public sealed class PurchaseLog
{
    private PurchaseLog(IReadOnlyList<ObservedCustomer> customers, DateOnly calibrationEnd, DateOnly observationEnd, TimeUnit unit, int tooLate)
    {
        Customers = customers;
        CalibrationEnd = calibrationEnd;
        ObservationEnd = observationEnd;
        Unit = unit;
        CustomersAfterCalibration = tooLate;
    }

    /// <summary>Customers who bought for the first time by the end of calibration, in the order of their names.</summary>
    public IReadOnlyList<ObservedCustomer> Customers { get; }

    /// <summary>The last day of calibration.</summary>
    public DateOnly CalibrationEnd { get; }

    /// <summary>The last day of the observation: the last day with a purchase, or the end of calibration if that is later.</summary>
    public DateOnly ObservationEnd { get; }

    /// <summary>The unit of all times.</summary>
    public TimeUnit Unit { get; }

    /// <summary>Customers left out because they first bought after calibration.</summary>
    public int CustomersAfterCalibration { get; }

    /// <summary>How long the holdout is, in the unit; 0 without one.</summary>
    public double HoldoutLength => Length(CalibrationEnd, ObservationEnd, Unit);

    /// <summary>Sums up a log. Purchases of one customer on one day are one purchase. O(n log n).</summary>
    /// <param name="purchases">The purchases, in any order.</param>
    /// <param name="calibrationEnd">The last day of calibration; null for the last day with a purchase, which leaves no holdout.</param>
    /// <param name="unit">The unit of the times.</param>
    /// <exception cref="NotEstimableException">There is no purchase, or none by the end of calibration.</exception>
    public static PurchaseLog Summarise(IEnumerable<Purchase> purchases, DateOnly? calibrationEnd = null, TimeUnit unit = TimeUnit.Weeks)
    {
        ArgumentNullException.ThrowIfNull(purchases);
        var days = new Dictionary<string, List<(DateOnly Day, double Amount)>>(StringComparer.Ordinal);
        var last = DateOnly.MinValue;
        foreach (var purchase in purchases)
        {
            var day = DateOnly.FromDateTime(purchase.Time);
            last = day > last ? day : last;
            ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(days, purchase.Customer, out _);
            (list ??= []).Add((day, purchase.Amount));
        }

        if (days.Count == 0)
        {
            throw new NotEstimableException("There is no purchase, so there is nothing to learn purchase behaviour from.");
        }

        var end = calibrationEnd ?? last;
        last = last > end ? last : end;
        var customers = new List<ObservedCustomer>(days.Count);
        foreach (var (customer, list) in days)
        {
            if (Observe(customer, list, end, last, unit) is { } observed)
            {
                customers.Add(observed);
            }
        }

        if (customers.Count == 0)
        {
            throw new NotEstimableException($"No customer bought by {end:yyyy-MM-dd}, the end of calibration; the first purchase is on {days.Values.Min(list => list.Min(entry => entry.Day)):yyyy-MM-dd}.");
        }

        customers.Sort(static (one, other) => string.CompareOrdinal(one.Customer, other.Customer));
        return new(customers, end, last, unit, days.Count - customers.Count);
    }

    /// <summary>The calibration histories, collapsed.</summary>
    public PurchaseHistories Calibration() => PurchaseHistories.Collapse(Customers.Select(customer => customer.Calibration));

    /// <summary>The histories of the whole observation, of the same customers.</summary>
    public PurchaseHistories Whole() => PurchaseHistories.Collapse(Customers.Select(customer => customer.Whole));

    private static ObservedCustomer? Observe(string customer, List<(DateOnly Day, double Amount)> purchases, DateOnly end, DateOnly last, TimeUnit unit)
    {
        purchases.Sort(static (one, other) => one.Day.CompareTo(other.Day));
        var first = purchases[0].Day;
        if (first > end)
        {
            return null;
        }

        int calibration = 0, whole = 0;
        DateOnly calibrationLast = first, previous = first;
        double repeatAmount = 0, holdoutAmount = 0;
        foreach (var (day, amount) in purchases)
        {
            if (day != previous)
            {
                previous = day;
                whole++;
                if (day <= end)
                {
                    calibration++;
                    calibrationLast = day;
                }
            }

            if (day > end)
            {
                holdoutAmount += amount;
            }
            else if (day != first)
            {
                repeatAmount += amount;
            }
        }

        return new(
            customer,
            new(calibration, Length(first, calibrationLast, unit), Length(first, end, unit)),
            new(whole, Length(first, previous, unit), Length(first, last, unit)),
            calibration == 0 ? double.NaN : repeatAmount / calibration,
            holdoutAmount);
    }

    private static double Length(DateOnly from, DateOnly to, TimeUnit unit) =>
        unit == TimeUnit.Weeks ? (to.DayNumber - from.DayNumber) / 7.0 : to.DayNumber - from.DayNumber;
}
