using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Tessera.Simulation;

namespace Tessera.Benchmarks.Simulation;

/// <summary>What simulated customers cost: making their calls against merely reading them, and orders as rows against orders as calls.</summary>
internal sealed class SimulateBenchmark : IBenchmark
{
    private const int Rounds = 5;
    private const long ManyCalls = 10_000_000;
    private const double Megabyte = 1_000_000;

    private static readonly SimulationOptions DesignTool = new() { Scenario = Scenario.DesignSaas.Name, Customers = 500 };
    private static readonly SimulationOptions Shop = new() { Scenario = Scenario.Shop.Name, Customers = 3_000 };

    public string Name => "simulate";

    public string Question => "What do simulated calls cost to make, next to reading them, and does the memory depend on how long one watches?";

    public async Task<BenchmarkReport> RunAsync(BenchmarkContext context, CancellationToken cancellation)
    {
        // First, while this process is small.
        var results = new List<BenchmarkResult> { ManyInBoundedMemory(context, cancellation) };
        foreach (var options in new[] { DesignTool, Shop })
        {
            using var calls = new MemoryStream();
            var summary = SimulationWriter.Write(options, calls, TextWriter.Null, cancellationToken: cancellation);
            var text = calls.GetBuffer().AsMemory(0, (int)calls.Length);
            var (make, read) = await context.CompareAsync(Rounds, Make(options, cancellation), () => Task.FromResult(CountTokens(text)));
            results.Add(new BenchmarkResult(
                $"{options.Scenario}: calls made, against read by Utf8JsonReader", make.RatioTo(read), "×", Aim: 6,
                Detail: string.Create(CultureInfo.InvariantCulture, $"{summary.Calls:#,0} calls; {make} against {read}; {summary.Calls / make.Median:#,0} calls/s, one thread, the truth included")));
        }

        var (rows, wholeCalls) = await context.CompareAsync(Rounds, () => Task.FromResult(ShopOrders.Lines(Shop, cancellation).Count()), Make(Shop, cancellation));
        results.Add(new BenchmarkResult("shop: orders as rows, against all its calls", rows.RatioTo(wholeCalls), "×", Detail: $"{rows} against {wholeCalls}"));
        foreach (var options in new[] { DesignTool, Shop })
        {
            var year = HeldBytes(options, cancellation);
            var fourYears = HeldBytes(options with { Days = 4 * 365 }, cancellation);
            results.Add(new BenchmarkResult(
                $"{options.Scenario}: memory held while watching four years, against one", fourYears / (double)year, "×", Aim: 1.5,
                Detail: string.Create(CultureInfo.InvariantCulture, $"{fourYears:#,0} against {year:#,0} bytes at most, {options.Customers:#,0} customers")));
        }

        return new BenchmarkReport("500 customers of the design tool and 3,000 of the shop, one year, one thread, output thrown away; the ten million calls with a thread per core.", results);
    }

    /// <summary>Ten million calls as <c>./tessera simulate</c> writes them, and the most memory the process ever held meanwhile.</summary>
    private static BenchmarkResult ManyInBoundedMemory(BenchmarkContext context, CancellationToken cancellation)
    {
        var few = SimulationWriter.Write(DesignTool, Stream.Null, TextWriter.Null, cancellationToken: cancellation);
        var options = DesignTool with { Customers = (int)(DesignTool.Customers * ManyCalls * 21 / (few.Calls * 20)), Threads = Environment.ProcessorCount };
        var before = MostResidentBytes();
        context.Say($"{options.Customers:#,0} customers of the design tool");
        var watch = Stopwatch.StartNew();
        var summary = SimulationWriter.Write(options, Stream.Null, TextWriter.Null, cancellationToken: cancellation);
        var seconds = watch.Elapsed.TotalSeconds;
        return new BenchmarkResult(
            "design-saas: most memory resident while ten million calls are written", MostResidentBytes() / Megabyte, "MB", Aim: 300,
            Detail: string.Create(
                CultureInfo.InvariantCulture,
                $"{summary.Calls:#,0} calls of {options.Customers:#,0} customers, {summary.Bytes / Megabyte:#,0} MB of text, in {seconds:0} s; {before / Megabyte:0} MB after 500 customers"));
    }

    private static long MostResidentBytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }

    private static Func<Task> Make(SimulationOptions options, CancellationToken cancellation) => () =>
    {
        SimulationWriter.Write(options, Stream.Null, TextWriter.Null, cancellationToken: cancellation);
        return Task.CompletedTask;
    };

    private static long CountTokens(ReadOnlyMemory<byte> text)
    {
        var tokens = 0L;
        var rest = text.Span;
        while (rest.Length > 0)
        {
            var end = rest.IndexOf((byte)'\n');
            var reader = new Utf8JsonReader(rest[..end]);
            while (reader.Read())
            {
                tokens++;
            }

            rest = rest[(end + 1)..];
        }

        return tokens;
    }

    /// <summary>The most bytes that were held at the beginning of a month, above what was held before.</summary>
    private static long HeldBytes(SimulationOptions options, CancellationToken cancellation)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = 0L;
        var month = 0;
        foreach (var call in Simulator.Calls(options, cancellation))
        {
            if (call.Timestamp.Month != month)
            {
                month = call.Timestamp.Month;
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
            }
        }

        return most;
    }
}
