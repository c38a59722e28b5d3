using System.Text.Json;

namespace Tessera.ClickHouse.Transport;

/// <summary>A successful answer whose body is still to be read.</summary>
internal sealed class Answer(HttpResponseMessage response, Stream body, string queryId) : IDisposable
{
    /// <summary>The body, decompressed; it throws where the result breaks off.</summary>
    public Stream Body { get; } = body;

    /// <summary>The id under which the statement ran.</summary>
    public string QueryId { get; } = queryId;

    /// <summary>What the engine says the statement did so far; all of it when it waited for the end.</summary>
    public StatementSummary Summary()
    {
        var counts = response.Headers.TryGetValues("X-ClickHouse-Summary", out var values) ? ReadCounts(values.First()) : [];
        return new StatementSummary(
            QueryId,
            counts.GetValueOrDefault("read_rows"),
            counts.GetValueOrDefault("read_bytes"),
            counts.GetValueOrDefault("written_rows"),
            counts.GetValueOrDefault("written_bytes"),
            TimeSpan.FromTicks(counts.GetValueOrDefault("elapsed_ns") / TimeSpan.NanosecondsPerTick));
    }

    public void Dispose()
    {
        Body.Dispose();
        response.Dispose();
    }

    private static Dictionary<string, long> ReadCounts(string json)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        using var document = JsonDocument.Parse(json);
        foreach (var property in document.RootElement.EnumerateObject())
        {
            if (long.TryParse(property.Value.ToString(), System.Globalization.CultureInfo.InvariantCulture, out var count))
            {
                counts[property.Name] = count;
            }
        }

        return counts;
    }
}
