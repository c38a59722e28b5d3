using System.Globalization;
using Tessera.Learning.Lifetime;

namespace Tessera.Cli.Learning;

/// <summary>The customers of a file, as the lifetime models need them.</summary>
/// <param name="Names">Their names, [n].</param>
/// <param name="Histories">What they did up to the end of calibration, [n].</param>
/// <param name="MeanAmounts">Mean amounts of their repeat purchases, [n]; not-a-number where unknown.</param>
/// <param name="Log">The log they were summed up from; null for a file of summaries.</param>
/// <param name="Notices">What was left out, and why.</param>
internal sealed record LifetimeData(
    IReadOnlyList<string> Names, PurchaseHistory[] Histories, double[] MeanAmounts, PurchaseLog? Log, IReadOnlyList<string> Notices)
{
    public static LifetimeData Read(ProgramEnvironment environment, LifetimeRequest request, CancellationToken cancellationToken)
    {
        using var file = DelimitedFile.Open(environment, request.File);
        return request.Summary ? ReadSummaries(file, request, cancellationToken) : ReadLog(file, request, cancellationToken);
    }

    private static LifetimeData ReadLog(DelimitedFile file, LifetimeRequest request, CancellationToken cancellationToken)
    {
        var customer = file.IndexOf(request.Customer!);
        var time = file.IndexOf(request.Time!);
        int[] amounts = request.Amount is null ? [] : [.. request.Amount.Split('*', StringSplitOptions.TrimEntries).Select(file.IndexOf)];
        var purchases = new List<Purchase>();
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        long nameless = 0, timeless = 0, returns = 0;
        while (file.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var name = file.Text(customer);
            if (name.Length == 0)
            {
                nameless++;
                continue;
            }

            if (file.Text(time).Length == 0)
            {
                timeless++;
                continue;
            }

            var amount = amounts.Length == 0 ? double.NaN : amounts.Aggregate(1.0, (product, column) => product * ValueReading.Number(file, column));
            if (amount < 0)
            {
                returns++;
                continue;
            }

            // One text per customer, however many lines.
            name = names.TryGetValue(name, out var known) ? known : names[name] = name;
            purchases.Add(new(name, ValueReading.Time(file, time), amount));
        }

        if (purchases.Count == 0)
        {
            throw new CommandFailure($"{file.Name} has no line with a customer and a time.");
        }

        var log = PurchaseLog.Summarise(purchases, request.CalibrationEnd, request.Unit);
        var notices = new List<string>();
        Note(nameless, $"lines without {request.Customer} were left out");
        Note(timeless, $"lines without {request.Time} were left out");
        Note(returns, "lines with a negative amount were taken for returns and left out");
        Note(log.CustomersAfterCalibration, "customers first bought after calibration and were left out");
        return new(
            [.. log.Customers.Select(each => each.Customer)],
            [.. log.Customers.Select(each => each.Calibration)],
            [.. log.Customers.Select(each => each.MeanRepeatAmount)],
            log,
            notices);

        void Note(long count, string what)
        {
            if (count > 0)
            {
                notices.Add(string.Create(CultureInfo.InvariantCulture, $"{count:#,0} {what}."));
            }
        }
    }

    private static LifetimeData ReadSummaries(DelimitedFile file, LifetimeRequest request, CancellationToken cancellationToken)
    {
        var (x, recency, age) = (file.IndexOf("x"), file.IndexOf("t_x"), file.IndexOf("T"));
        var customer = request.Customer is null ? -1 : file.IndexOf(request.Customer);
        var amount = request.Amount is null ? -1 : file.IndexOf(request.Amount);
        var (names, histories, amounts) = (new List<string>(), new List<PurchaseHistory>(), new List<double>());
        while (file.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var history = new PurchaseHistory(ValueReading.Count(file, x), ValueReading.Number(file, recency), ValueReading.Number(file, age));
            if (history.Defect is { } defect)
            {
                throw new CommandFailure($"{file.Name}, line {file.Line}: the customer has {defect}.");
            }

            names.Add(customer < 0 ? (names.Count + 1).ToString(CultureInfo.InvariantCulture) : file.Text(customer));
            histories.Add(history);
            amounts.Add(amount < 0 || history.Frequency == 0 ? double.NaN : ValueReading.Number(file, amount));
        }

        return histories.Count == 0
            ? throw new CommandFailure($"{file.Name} has no line below its header.")
            : new(names, [.. histories], [.. amounts], null, []);
    }
}
