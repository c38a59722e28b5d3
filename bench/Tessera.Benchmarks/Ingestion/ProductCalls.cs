using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Tessera.Benchmarks.Ingestion;

/// <summary>Bodies of 100 calls of 316 bytes each as a design tool sends them, of the events that the hundred segments of the benchmark ask about.</summary>
internal sealed class ProductCalls
{
    /// <summary>Calls in a body.</summary>
    public const int Calls = 100;

    private const int CallBytes = 316;
    private static readonly byte[] Head = "{\"batch\":["u8.ToArray();
    private static readonly byte[] Tail = "]}"u8.ToArray();

    // What is done often stands here often; one call in forty says who somebody is.
    private static readonly (string Type, string Field, string Name, string Properties)[] Kinds =
    [
        .. Enumerable.Repeat(("track", "event", "Login", "{\"method\":\"google\"}"), 8),
        .. Enumerable.Repeat(("track", "event", "Export File", "{\"format\":\"svg\",\"pages\":2}"), 6),
        .. Enumerable.Repeat(("track", "event", "Feature Used", "{\"feature\":\"brand_kit\",\"feature_group\":\"ai\"}"), 8),
        .. Enumerable.Repeat(("page", "name", "Pricing", "{\"path\":\"/pricing\"}"), 4),
        .. Enumerable.Repeat(("track", "event", "Project Opened", "{\"project_id\":\"p1\"}"), 5),
        .. Enumerable.Repeat(("track", "event", "Session Ended", "{\"duration\":640}"), 3),
        ("track", "event", "Checkout Started", "{\"plan\":\"pro\"}"),
        ("track", "event", "Plan Upgraded", "{\"plan\":\"pro\"}"),
        ("track", "event", "Support Ticket Created", "{\"ticket_id\":\"t1\",\"priority\":\"high\"}"),
        ("track", "event", "Upgrade Prompt Shown", "{\"plan\":\"pro\"}"),
        ("track", "event", "Trial Started", "{}"),
        ("identify", "", "", "{\"plan\":\"free\",\"country\":\"DE\",\"role\":\"freelancer\"}"),
    ];

    private readonly int customers;
    private readonly string run;
    private long next;

    /// <param name="run">Begins every message id.</param>
    /// <param name="customers">How many customers there are.</param>
    public ProductCalls(string run, int customers) => (this.run, this.customers) = (run, customers);

    /// <summary>The next body.</summary>
    public byte[] Next()
    {
        var body = new byte[Head.Length + (Calls * (CallBytes + 1)) - 1 + Tail.Length];
        Head.CopyTo(body.AsSpan());
        var now = TimeProvider.System.GetUtcNow();
        var rest = body.AsSpan(Head.Length);
        for (var call = 0; call < Calls; call++)
        {
            Write(rest[..CallBytes], Interlocked.Increment(ref next), now);
            rest = rest[CallBytes..];
            if (call < Calls - 1)
            {
                rest[0] = (byte)',';
                rest = rest[1..];
            }
        }

        Tail.CopyTo(rest);
        return body;
    }

    /// <summary>The user id of a customer.</summary>
    public static string Customer(long number) => string.Create(CultureInfo.InvariantCulture, $"user-{number:D8}");

    private void Write(Span<byte> call, long number, DateTimeOffset now)
    {
        // Every customer once, then every customer again, in an order that has no pattern to the server; what they do differs from time to time.
        var customer = number * 7919 % customers;
        var (type, field, name, properties) = Kinds[(int)((number + (number / customers * 13)) % Kinds.Length)];
        Utf8.TryWrite(
            call,
            CultureInfo.InvariantCulture,
            $"{{\"type\":\"{type}\",\"messageId\":\"{run}-{number}\",\"userId\":\"user-{customer:D8}\",\"timestamp\":\"{now:yyyy-MM-ddTHH:mm:ss.fffZ}\",\"{(type == "identify" ? "traits" : "properties")}\":{properties},",
            out var written);
        if (field.Length > 0)
        {
            Utf8.TryWrite(call[written..], $"\"{field}\":\"{name}\",", out var more);
            written += more;
        }

        written += Encoding.UTF8.GetBytes("\"context\":{\"library\":{\"name\":\"bench\",\"version\":\"1\"},\"note\":\"", call[written..]);
        call[written..^3].Fill((byte)'x');
        "\"}}"u8.CopyTo(call[^3..]);
    }
}
