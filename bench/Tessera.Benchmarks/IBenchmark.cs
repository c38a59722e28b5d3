namespace Tessera.Benchmarks;

/// <summary>One question about cost, answered as ratios between things measured side by side in the same run.</summary>
internal interface IBenchmark
{
    /// <summary>The name on the command line and of the result file: lower case with hyphens.</summary>
    string Name { get; }

    /// <summary>The question, in one sentence.</summary>
    string Question { get; }

    /// <summary>Measures. Absolute times differ between machines, so each result carries its ratio and the aim it is held against.</summary>
    Task<BenchmarkReport> RunAsync(BenchmarkContext context, CancellationToken cancellation);
}
