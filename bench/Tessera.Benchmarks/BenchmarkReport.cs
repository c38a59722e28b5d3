namespace Tessera.Benchmarks;

/// <summary>What one benchmark found.</summary>
/// <param name="Setting">What was measured on what data, in one or two sentences.</param>
/// <param name="Results">The findings, the most telling first.</param>
internal sealed record BenchmarkReport(string Setting, IReadOnlyList<BenchmarkResult> Results);

/// <summary>One finding.</summary>
/// <param name="What">What the value is, such as "import, against CsvHelper alone".</param>
/// <param name="Value">The value: a ratio wherever one makes sense.</param>
/// <param name="Unit">"×" for a ratio, else the unit.</param>
/// <param name="Aim">The bound we want it under (or over, when <paramref name="HigherIsBetter"/>), or null where nothing was promised.</param>
/// <param name="Detail">The times behind it: median and range.</param>
/// <param name="HigherIsBetter">Whether more is better.</param>
internal sealed record BenchmarkResult(
    string What, double Value, string Unit, double? Aim = null, string Detail = "", bool HigherIsBetter = false)
{
    /// <summary>Whether the aim was met; null where there is none.</summary>
    public bool? Met => Aim is null ? null : HigherIsBetter ? Value >= Aim : Value <= Aim;
}
