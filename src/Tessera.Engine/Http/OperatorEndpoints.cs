using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Tessera.Engine.Execution;

namespace Tessera.Engine.Http;

/// <summary>What operators and the server read: metrics in Prometheus' text form, and the latest statements as JSON.</summary>
internal sealed class OperatorEndpoints(ConnectionPool pool, QueryLog log)
{
    public Task MetricsAsync(HttpContext context)
    {
        var text = new StringBuilder();
        Gauge(text, "tessera_engine_connections", "Connections into the engine", pool.Size);
        Gauge(text, "tessera_engine_connections_busy", "Connections running a statement", pool.Busy);
        Gauge(text, "tessera_engine_requests_waiting", "Requests waiting for a connection", pool.Waiting);
        Gauge(text, "tessera_engine_resident_bytes", "Resident memory of the engine's process", Environment.WorkingSet);
        var totals = log.Totals();
        Counter(text, "tessera_engine_statements_total", "Statements run", totals, sum => sum.Count);
        Counter(text, "tessera_engine_statement_errors_total", "Statements that failed", totals, sum => sum.Failed);
        Counter(text, "tessera_engine_statement_seconds_total", "Time spent in statements", totals, sum => sum.Seconds);
        Counter(text, "tessera_engine_rows_read_total", "Rows read", totals, sum => sum.ReadRows);
        Counter(text, "tessera_engine_rows_written_total", "Rows written", totals, sum => sum.WrittenRows);
        context.Response.ContentType = "text/plain; version=0.0.4; charset=utf-8";
        return context.Response.WriteAsync(text.ToString());
    }

    public Task QueriesAsync(HttpContext context)
    {
        var count = int.TryParse(context.Request.Query["limit"], CultureInfo.InvariantCulture, out var limit) ? Math.Clamp(limit, 1, 1000) : 100;
        return context.Response.WriteAsJsonAsync(log.Latest(count));
    }

    private static void Gauge(StringBuilder text, string name, string help, long value) =>
        text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} gauge\n{name} {value}\n");

    private static void Counter(
        StringBuilder text, string name, string help, IReadOnlyDictionary<string, QueryTotals> totals, Func<QueryTotals, double> value)
    {
        text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} counter\n");
        foreach (var (kind, sums) in totals)
        {
            text.Append(CultureInfo.InvariantCulture, $"{name}{{kind=\"{kind}\"}} {value(sums)}\n");
        }
    }
}
