using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Tessera.Benchmarks;

/// <summary>Writes a report as the Markdown page that is committed under <c>bench/results</c>.</summary>
internal static class ReportWriter
{
    public static string ToMarkdown(IBenchmark benchmark, BenchmarkReport report)
    {
        var page = new StringBuilder()
            .Append("# ").AppendLine(benchmark.Name).AppendLine()
            .AppendLine(benchmark.Question).AppendLine()
            .AppendLine(report.Setting).AppendLine()
            .AppendLine("| what | value | aim | met | detail |")
            .AppendLine("|---|---|---|---|---|");
        foreach (var result in report.Results)
        {
            page.AppendLine(CultureInfo.InvariantCulture, $"| {result.What} | {Format(result.Value, result.Unit)} | {Aim(result)} | {Met(result)} | {result.Detail} |");
        }

        return page.AppendLine()
            .AppendLine(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSArchitecture}. Read the ratios, not the times; run again with `./tessera bench {benchmark.Name}`.")
            .ToString();
    }

    private static string Aim(BenchmarkResult result) =>
        result.Aim is { } aim ? $"{(result.HigherIsBetter ? "at least" : "at most")} {Format(aim, result.Unit)}" : "";

    private static string Met(BenchmarkResult result) => result.Met switch { true => "yes", false => "**no**", null => "" };

    private static string Format(double value, string unit)
    {
        var number = value.ToString(Math.Abs(value) >= 100 ? "F0" : "0.##", CultureInfo.InvariantCulture);
        return unit == "×" ? number + unit : $"{number} {unit}";
    }
}
