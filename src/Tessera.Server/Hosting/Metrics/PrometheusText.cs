using System.Globalization;
using System.Text;

namespace Tessera.Server.Hosting.Metrics;

/// <summary>Writes metrics in Prometheus' text format, version 0.0.4.</summary>
internal static class PrometheusText
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    public static string Write(IEnumerable<MetricFamily> families)
    {
        var text = new StringBuilder();
        foreach (var family in families)
        {
            text.Append(CultureInfo.InvariantCulture, $"# HELP {family.Name} {family.Help.ReplaceLineEndings(" ")}\n");
            text.Append(CultureInfo.InvariantCulture, $"# TYPE {family.Name} {family.Kind.ToString().ToLowerInvariant()}\n");
            foreach (var series in family.Series)
            {
                Append(text, family, series);
            }
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, MetricFamily family, MetricSeries series)
    {
        var (sum, count, buckets) = series.Read();
        if (family.Kind != MetricKind.Histogram)
        {
            AppendLine(text, family.Name, series.Labels, sum);
            return;
        }

        var separator = series.Labels.Length > 0 ? "," : "";
        for (var bucket = 0; bucket < buckets.Length; bucket++)
        {
            var bound = family.Bounds[bucket].ToString(CultureInfo.InvariantCulture);
            AppendLine(text, family.Name + "_bucket", $"{series.Labels}{separator}le=\"{bound}\"", buckets[bucket]);
        }

        AppendLine(text, family.Name + "_bucket", $"{series.Labels}{separator}le=\"+Inf\"", count);
        AppendLine(text, family.Name + "_sum", series.Labels, sum);
        AppendLine(text, family.Name + "_count", series.Labels, count);
    }

    private static void AppendLine(StringBuilder text, string name, string labels, double value)
    {
        text.Append(name);
        if (labels.Length > 0)
        {
            text.Append('{').Append(labels).Append('}');
        }

        text.Append(' ').Append(value.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }
}
