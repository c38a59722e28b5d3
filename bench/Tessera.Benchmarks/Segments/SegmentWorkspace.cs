using System.Globalization;
using System.Net.Http.Json;
using Tessera.ClickHouse;
using Tessera.Domain;

namespace Tessera.Benchmarks.Segments;

/// <summary>A workspace of made-up customers and their calls.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Customers">How many customers it has.</param>
/// <param name="Events">How many calls.</param>
internal sealed record SegmentWorkspace(string Key, int Customers, long Events)
{
    /// <summary>The instant asked about.</summary>
    public static readonly DateTimeOffset At = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private const long Step = 2_000_000;
    private const int Days = 400;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    /// <summary>Makes the workspace, unless it is there.</summary>
    public async Task FillAsync(BenchmarkContext context, HttpClient http, ClickHouseClient engine, CancellationToken cancellation)
    {
        if (await CountAsync(engine, cancellation) == Events)
        {
            return;
        }

        context.Say($"{Events.ToString("N0", CultureInfo.InvariantCulture)} calls of {Customers.ToString("N0", CultureInfo.InvariantCulture)} customers");
        using (await http.PostAsJsonAsync("/api/workspaces", new { key = Key, name = Key, currency = "EUR" }, cancellation))
        {
        }

        var workspace = new WorkspaceKey(Key);
        var profiles = Enumerable.Range(0, Customers).Select(customer => new Profile(
            Key, ProfileId.For(workspace, new Identifier(IdentifierKinds.UserId, Name(customer))).Value, IdentifierKinds.UserId, Name(customer), "", "", "", "{}",
            At - TimeSpan.FromDays(Days * Spread(customer)), At, 1));
        await engine.InsertAsync("profiles", profiles, new InsertOptions { BatchRows = 200_000 }, cancellation);
        using var stream = typeof(SegmentWorkspace).Assembly.GetManifestResourceStream("Tessera.Benchmarks.Segments.fill.sql")!;
        using var reader = new StreamReader(stream);
        var fill = new Statement(await reader.ReadToEndAsync(cancellation)).WithTimeout(Patience).With("workspace", Key).With("at", At).With("customers", Customers);
        for (var from = 0L; from < Events; from += Step)
        {
            await engine.ExecuteAsync(fill.With("from", from).With("count", Math.Min(Step, Events - from)), cancellation);
        }
    }

    /// <summary>How many calls there are.</summary>
    public Task<long> CountAsync(ClickHouseClient engine, CancellationToken cancellation) =>
        engine.SingleAsync<long>(new Statement("SELECT toInt64(count()) FROM events WHERE workspace = {workspace:String}").With("workspace", Key), cancellation);

    private static string Name(int customer) => $"c{customer.ToString(CultureInfo.InvariantCulture)}";

    // Customers came evenly over time, in no order.
    private static double Spread(int customer) => unchecked((uint)customer * 2654435761U) / (double)uint.MaxValue;

    private sealed record Profile(
        string Workspace, Guid ProfileId, string Kind, string Identifier, string Name, string Email, string Country, string Traits, DateTimeOffset FirstSeen, DateTimeOffset LastSeen, ulong Version);
}
