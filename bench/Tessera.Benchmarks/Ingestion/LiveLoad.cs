using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Tessera.Domain;

namespace Tessera.Benchmarks.Ingestion;

/// <summary>Load on a server with live segments, and customers in between whose changes are timed.</summary>
internal sealed class LiveLoad(BenchmarkContext context, HttpClient http, CallSender sender)
{
    private const string Marker = "probe";
    private const string Counted = "probe-counted";
    private const string Sequence = "probe-sequence";
    private const string Expiring = "probe-expiring";
    private const int Probes = 1000;
    private const int Expiries = 500;
    private const int Reads = 1000;

    // Five of the hundred ask about companies and scores, and are found anew by the minute; these follow each call in their place.
    private static readonly string[] InPlace =
    [
        "did \"Login\" at least 5 times in the last 3 days",
        "did \"Project Opened\" then \"Export File\" within 2 days",
        "did \"Feature Used\" at least 10 times in the last 30 days",
        "did \"Session Ended\" on at least 3 days in the last 14 days",
        "not did \"Login\" in the last 14 days",
    ];

    private static readonly TimeSpan ProbeInterval = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(20);

    /// <summary>Starts a server as a user does, makes the segments there, and measures.</summary>
    /// <param name="context">Where it is.</param>
    /// <param name="folder">The server's data directory.</param>
    /// <param name="measure">Given the server and a load on it.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task OnServerAsync(BenchmarkContext context, string folder, Func<TesseraProcess, LiveLoad, Task> measure, CancellationToken cancellation)
    {
        await using var process = TesseraProcess.Start(context.Root, folder, "serve");
        await process.AnswersAsync(cancellation);
        using var http = await process.ClientAsync("default", cancellation);
        var key = (await File.ReadAllTextAsync(Path.Combine(folder, "write.key"), cancellation)).Trim();
        using var sender = new CallSender(process.Address, key);
        var live = new LiveLoad(context, http, sender);
        await live.AddSegmentsAsync(cancellation);
        await measure(process, live);
    }

    /// <summary>Sends bodies as fast as they are acknowledged, and waits until everything is stored.</summary>
    /// <returns>The seconds until all were acknowledged, and until all were stored and live.</returns>
    public async Task<(double Acknowledged, double Stored)> SendUntilStoredAsync(ProductCalls calls, long bodies, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        await sender.SendAsync(calls, bodies, cancellation);
        var acknowledged = watch.Elapsed.TotalSeconds;
        await StoredAsync(cancellation);
        var stored = watch.Elapsed.TotalSeconds;
        context.Say(string.Create(
            CultureInfo.InvariantCulture,
            $"{bodies * ProductCalls.Calls:#,0} calls acknowledged within {acknowledged:0.0} s, stored and live within {stored:0.0} s"));
        return (acknowledged, stored);
    }

    /// <summary>Waits until everything acknowledged is stored; what is stored is live.</summary>
    public async Task StoredAsync(CancellationToken cancellation)
    {
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, cancellation))
        {
            var pipeline = await http.GetFromJsonAsync<JsonElement>(new Uri("/api/pipeline", UriKind.Relative), cancellation);
            if (pipeline.GetProperty("partitions").EnumerateArray().Sum(partition => partition.GetProperty("behind").GetInt64()) == 0)
            {
                return;
            }

            if (waited.Elapsed > Patience)
            {
                throw new TimeoutException("The pipeline does not catch up.");
            }
        }
    }

    /// <summary>Times changes while calls come at a fixed rate.</summary>
    public async Task<IReadOnlyList<BenchmarkResult>> LatenciesAsync(ProductCalls calls, double perSecond, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var load = sender.SendAtRateAsync(calls, perSecond / ProductCalls.Calls, stop.Token);
        await using var changes = await ChangeListener.StartAsync(http, Marker, cancellation);
        await Task.Delay(Settling, TimeProvider.System, cancellation);

        var expiries = await SendExpiringAsync(cancellation);
        List<(string Change, long Sent, long Acknowledged)> probes = [];
        for (var number = 0; number < Probes; number++)
        {
            var pause = Task.Delay(ProbeInterval, TimeProvider.System, cancellation);
            var (body, change) = Probe(number);
            var sent = Stopwatch.GetTimestamp();
            await sender.PostAsync(body, cancellation);
            probes.Add((change, sent, Stopwatch.GetTimestamp()));
            await pause;
        }

        await Task.Delay(Settling, TimeProvider.System, cancellation);
        await stop.CancelAsync();
        await load;
        var fromAcknowledged = Delays(changes, probes.Select(probe => (probe.Change, probe.Acknowledged)));
        var fromSent = Delays(changes, probes.Select(probe => (probe.Change, probe.Sent)));
        var late = Delays(changes, expiries);
        context.Say($"acknowledged to changed: {fromAcknowledged}; late: {late}");
        var setting = string.Create(
            CultureInfo.InvariantCulture, $"{perSecond:#,0} calls/s beside it, {changes.Seen:#,0} changes in the stream");
        return
        [
            new("from an acknowledged call to the change in the stream, p50", fromAcknowledged[0.5], "ms", 10, $"{fromAcknowledged} of {Probes}; {setting}"),
            new(
                "from an acknowledged call to the change in the stream, p99",
                fromAcknowledged[0.99],
                "ms",
                50,
                "from when the sender has the 200 until another client has the change, by a windowed count or a sequence"),
            new("from sending a call to the change in the stream, p99", fromSent[0.99], "ms", Detail: fromSent.ToString()),
            new(
                "a window that runs out without a call, p50",
                late[0.5],
                "ms",
                100,
                $"{late} of {Expiries}; at the same load, from its instant until a client has the change"),
            new("a window that runs out without a call, p99", late[0.99], "ms", 100),
        ];
    }

    /// <summary>Times reading profiles by an identifier, one after the other.</summary>
    public async Task<IReadOnlyList<BenchmarkResult>> ReadsAsync(int customers, CancellationToken cancellation)
    {
        List<double> times = [];
        for (var number = -Reads / 10; number < Reads; number++)
        {
            var watch = Stopwatch.StartNew();
            var who = ProductCalls.Customer((number + Reads) * 7919L % customers);
            using (var response = await http.GetAsync(new Uri($"/api/profiles?identifier=user_id:{who}", UriKind.Relative), cancellation))
            {
                response.EnsureSuccessStatusCode();
                await response.Content.ReadAsByteArrayAsync(cancellation);
            }

            if (number >= 0)
            {
                times.Add(watch.Elapsed.TotalMilliseconds);
            }
        }

        var reads = new Percentiles(times);
        context.Say($"reads: {reads}");
        return
        [
            new("a profile read by identifier, p95", reads[0.95], "ms", 5, $"{reads}, one after the other, soon after the load: documents of the customers whom it touched are put together again meanwhile"),
            new("a profile read by identifier, p50", reads[0.5], "ms"),
        ];
    }

    private async Task<List<(string Change, long Due)>> SendExpiringAsync(CancellationToken cancellation)
    {
        // They run out evenly between 10 and 30 seconds from now.
        var (now, at) = (TimeProvider.System.GetUtcNow(), Stopwatch.GetTimestamp());
        List<(string Change, long Due)> expiries = [];
        StringBuilder body = new("{\"batch\":[");
        for (var number = 0; number < Expiries; number++)
        {
            var due = TimeSpan.FromMilliseconds(10_000 + (number * 20_000 / Expiries));
            var user = $"{Marker}-expiring-{number.ToString(CultureInfo.InvariantCulture)}";
            body.Append(number > 0 ? "," : "").Append(Call("Probe Expiring", user, user, now + due - Window));
            var profile = ProfileId.For(WorkspaceKey.Default, new Identifier(IdentifierKinds.UserId, user)).Value;
            expiries.Add((ChangeListener.Left(Expiring, profile), at + (long)(due.TotalSeconds * Stopwatch.Frequency)));
        }

        await sender.PostAsync(Encoding.UTF8.GetBytes(body.Append("]}").ToString()), cancellation);
        return expiries;
    }

    /// <summary>Makes the hundred segments, and three more whose changes are timed: a windowed count, a sequence, and a window that soon runs out.</summary>
    private async Task AddSegmentsAsync(CancellationToken cancellation)
    {
        using var stream = typeof(LiveLoad).Assembly.GetManifestResourceStream("Tessera.Benchmarks.Segments.live.segments")!;
        using var reader = new StreamReader(stream);
        var lines = (await reader.ReadToEndAsync(cancellation)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        foreach (var (index, definition) in lines.Concat(InPlace).Index())
        {
            await AddAsync($"segment-{(index + 1).ToString(CultureInfo.InvariantCulture)}", definition, cancellation);
        }

        await AddAsync(Counted, "did \"Export File\" at least 3 times in the last 14 days and did \"Probe Seen\"", cancellation);
        await AddAsync(Sequence, "did \"Probe Seen\" then \"Probe Bought\" within 1 day", cancellation);
        await AddAsync(Expiring, "did \"Probe Expiring\" in the last 1 minutes", cancellation);
        await FollowedAsync(lines.Length + 3, cancellation);
    }

    // A segment follows each call once the engine has found everybody who belongs to it.
    private async Task FollowedAsync(int segments, CancellationToken cancellation)
    {
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, cancellation))
        {
            var pipeline = await http.GetFromJsonAsync<JsonElement>(new Uri("/api/pipeline", UriKind.Relative), cancellation);
            if (pipeline.GetProperty("live").GetProperty("segments").GetInt32() == segments)
            {
                context.Say($"{segments} segments follow each call within {waited.Elapsed.TotalSeconds:0.0} s");
                return;
            }

            if (waited.Elapsed > Patience)
            {
                throw new TimeoutException("The segments do not follow the calls.");
            }
        }
    }

    // The last of its calls completes a windowed count, or a sequence.
    private static (byte[] Body, string Change) Probe(int number)
    {
        var isCounted = number % 2 == 0;
        var user = $"{Marker}-{number.ToString(CultureInfo.InvariantCulture)}";
        string[] events = isCounted ? ["Probe Seen", "Export File", "Export File", "Export File"] : ["Probe Seen", "Probe Bought"];
        var now = TimeProvider.System.GetUtcNow();
        var calls = events.Select((name, index) =>
            Call(name, user, $"{user}-{index.ToString(CultureInfo.InvariantCulture)}", now.AddMilliseconds(index - events.Length)));
        return (
            Encoding.UTF8.GetBytes($"{{\"batch\":[{string.Join(',', calls)}]}}"),
            ChangeListener.Of(isCounted ? Counted : Sequence, $"{user}-{(events.Length - 1).ToString(CultureInfo.InvariantCulture)}"));
    }

    private static string Call(string name, string user, string message, DateTimeOffset time) => string.Create(
        CultureInfo.InvariantCulture,
        $"{{\"type\":\"track\",\"event\":\"{name}\",\"userId\":\"{user}\",\"messageId\":\"{message}\",\"timestamp\":\"{time:O}\"}}");

    // Of those that have arrived; how many they are is said.
    private static Percentiles Delays(ChangeListener changes, IEnumerable<(string Change, long Since)> waited) => new(waited
        .Select(one => (Arrived: changes.ArrivalOf(one.Change), one.Since))
        .Where(one => one.Arrived is not null)
        .Select(one => (one.Arrived!.Value - one.Since) * 1000.0 / Stopwatch.Frequency));

    private async Task AddAsync(string key, string definition, CancellationToken cancellation)
    {
        using var response = await http.PostAsJsonAsync(new Uri("/api/segments", UriKind.Relative), new { key, name = key, definition }, cancellation);
        if (!response.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"{definition}: {await response.Content.ReadAsStringAsync(cancellation)}");
        }
    }
}
