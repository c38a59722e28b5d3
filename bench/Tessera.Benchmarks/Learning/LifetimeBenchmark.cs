using System.Globalization;
using Tessera.Learning.Lifetime;

namespace Tessera.Benchmarks.Learning;

/// <summary>How long lifetime models take to fit.</summary>
internal sealed class LifetimeBenchmark : IBenchmark
{
    private const int Customers = 1_000_000;
    private const int Rounds = 5;

    public string Name => "lifetime";

    public string Question => "How long does fitting a lifetime model take, on the CDNOW sample and on a million customers?";

    public async Task<BenchmarkReport> RunAsync(BenchmarkContext context, CancellationToken cancellation)
    {
        var cdnow = ReadCdnow(context.DataSet("cdnow_sample.csv"));
        var million = Simulate();
        var results = new List<BenchmarkResult>();
        foreach (var (name, estimator) in LifetimeModelSelector.Estimators)
        {
            var small = await TimeAsync(() => estimator.Fit(PurchaseHistories.Collapse(cdnow), null, cancellation));
            results.Add(new($"{name}, CDNOW sample (2,357 customers)", small.Median * 1000, "ms", 50, small.ToString()));
            var large = await TimeAsync(() => estimator.Fit(PurchaseHistories.Collapse(million), null, cancellation));
            results.Add(new($"{name}, {Customers:#,0} customers", large.Median, "s", 2, large.ToString()));
            context.Say($"{name}: {small.Median * 1000:0} ms, {large.Median:0.00} s");
        }

        var distinct = PurchaseHistories.Collapse(million).DistinctHistories;
        return new(
            $"Collapsing the histories, fitting and standard errors, in process, after one uncounted run of each. The million is simulated (Pareto/NBD, times in whole days, two years of newcomers) and has {distinct.ToString("#,0", CultureInfo.InvariantCulture)} different histories.",
            results);
    }

    private static async Task<Timing> TimeAsync(Action fit)
    {
        fit();
        var seconds = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            seconds.Add(await BenchmarkContext.TimeAsync(() =>
            {
                fit();
                return Task.CompletedTask;
            }));
        }

        return new(seconds);
    }

    private static PurchaseHistory[] ReadCdnow(string path) =>
        [.. PurchaseLog.Summarise(
            File.ReadLines(path).Skip(1).Select(line => line.Split(',')).Select(fields => new Purchase(fields[1], DateTime.Parse(fields[2], CultureInfo.InvariantCulture))),
            new DateOnly(1997, 9, 30)).Customers.Select(customer => customer.Calibration)];

    private static PurchaseHistory[] Simulate()
    {
        var random = new Random(1);
        var truth = new ParetoNbd(0.55, 74, 0.6, 82);
        var histories = new PurchaseHistory[Customers];
        for (var i = 0; i < histories.Length; i++)
        {
            var history = truth.Simulate(random.Next(1, 730), random);
            histories[i] = history with { Recency = Math.Ceiling(history.Recency) };
        }

        return histories;
    }
}
