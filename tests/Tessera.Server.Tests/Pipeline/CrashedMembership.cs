using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Tessera.Server.Tests.Destinations.Webhooks;
using Tessera.Testing;

namespace Tessera.Server.Tests.Pipeline;

/// <summary>Segments and a webhook of a server that is killed again and again, and what must be true of them in the end; asked by HTTP alone.</summary>
internal sealed class CrashedMembership(string directory, Receiver receiver)
{
    private const int Explained = 40;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly Dictionary<string, string> Definitions = new(StringComparer.Ordinal)
    {
        ["buyers"] = "did \"Order Completed\"",
        ["busy"] = "did \"Step\" at least 6 times",
        ["spenders"] = "sum of revenue of \"Order Completed\" ever > 50",
        ["bought-after-a-step"] = "did \"Step\" then \"Order Completed\" within 1 day",
        ["even"] = "number >= 12 and not did \"Order Completed\" at least 3 times",
        ["here-now"] = "did \"Ping\" in the last 1 minute",
    };

    private readonly ConcurrentDictionary<string, bool> failedOnce = new(StringComparer.Ordinal);

    /// <summary>Makes the segments and the webhook, before anything is sent.</summary>
    public async Task BeginAsync(Uri address)
    {
        receiver.Answer = AnswerAsync;
        using var client = Client(address);
        foreach (var (key, definition) in Definitions)
        {
            using var made = await client.PostAsJsonAsync("/api/segments", new { key, name = key, definition });
            made.IsSuccessStatusCode.ShouldBeTrue(await made.Content.ReadAsStringAsync());
        }

        foreach (var key in Definitions.Keys)
        {
            await Eventually.UntilAsync(
                async () => (await client.GetFromJsonAsync<JsonElement>($"/api/segments/{key}")).GetProperty("state").GetString() == "ready", $"{key} is computed", Patience);
        }

        using var created = await client.PostAsJsonAsync("/api/webhooks", new { url = receiver.Address, backfills = true });
        created.EnsureSuccessStatusCode();
    }

    /// <summary>Once everything is processed: membership is what SQL finds over all history and what the calls say one by one, and every change of it was delivered under one id.</summary>
    public async Task CheckAsync(Uri address)
    {
        using var client = Client(address);
        var at = TimeProvider.System.GetUtcNow();
        var changes = await SettledChangesAsync(client, at);
        CheckOrder(changes);
        foreach (var key in Definitions.Keys)
        {
            var kept = MembersAt(changes, key, at);
            var found = await FoundAsync(client, key, at);
            var differ = kept.Except(found).Concat(found.Except(kept)).ToHashSet();
            differ.ShouldBeEmpty(
                $"{key}: kept, and found by SQL over all history at {Instant(at)}: {string.Join("; ", (await ChangesAsync(client)).Where(change => change.Segment == key && differ.Contains(change.Profile)))}");
            await CheckExplainedAsync(client, key, kept, at);
        }

        Definitions.Keys.Count(key => MembersAt(changes, key, at).Count > 0).ShouldBeGreaterThan(3);
        await CheckDeliveriesAsync(client);
    }

    /// <summary>The members of each segment that changes with calls alone.</summary>
    public async Task<IReadOnlyList<string>> MembersAsync(Uri address)
    {
        using var client = Client(address);
        var at = TimeProvider.System.GetUtcNow();
        var changes = await SettledChangesAsync(client, at);
        return [.. Definitions.Keys.Where(key => key != "here-now").SelectMany(key => MembersAt(changes, key, at).Select(profile => $"{key} {profile}")).Order(StringComparer.Ordinal)];
    }

    // Of some, the first try is answered by a failure; all take their time, so that some are on their way when the server is killed.
    private async Task<HttpStatusCode> AnswerAsync(Received delivery, CancellationToken cancellationToken)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return delivery.Id.EndsWith("00", StringComparison.Ordinal) && failedOnce.TryAdd(delivery.Id, true) ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.OK;
    }

    // What happened by itself before the instant is recorded a moment after it.
    private static async Task<List<Change>> SettledChangesAsync(HttpClient client, DateTimeOffset at)
    {
        var (before, changes) = (-1, new List<Change>());
        while (changes.Count != before || TimeProvider.System.GetUtcNow() < at + TimeSpan.FromSeconds(2))
        {
            before = changes.Count;
            await Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System);
            changes = (await ChangesAsync(client)).FindAll(change => change.Time <= at);
        }

        return changes;
    }

    private static void CheckOrder(List<Change> changes)
    {
        changes.Count.ShouldBeGreaterThan(50);
        foreach (var customer in changes.GroupBy(change => (change.Segment, change.Profile)))
        {
            var ordered = customer.OrderBy(change => change.Time).ToList();
            ordered.Select(change => change.Entered).ShouldBe(
                ordered.Index().Select(change => change.Index % 2 == 0), $"{customer.Key} enters and leaves by turns: {string.Join("; ", ordered)}");
        }
    }

    private static async Task CheckExplainedAsync(HttpClient client, string key, HashSet<Guid> members, DateTimeOffset at)
    {
        var customers = (await client.GetFromJsonAsync<JsonElement>("/api/profiles?limit=200")).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid());
        foreach (var profile in members.Take(Explained / 2).Concat(customers).Distinct().Take(Explained))
        {
            var explained = await client.GetFromJsonAsync<JsonElement>($"/api/segments/{key}/explain/{profile}?at={Instant(at)}");
            explained.GetProperty("member").GetBoolean().ShouldBe(members.Contains(profile), $"{key}: kept of {profile}, and found call by call");
        }
    }

    private async Task CheckDeliveriesAsync(HttpClient client)
    {
        var webhook = (await client.GetFromJsonAsync<JsonElement>("/api/webhooks")).GetProperty("items")[0].GetProperty("id").GetString()!;
        List<Delivery> deliveries = [];
        List<Change> changes = [];
        try
        {
            await Eventually.UntilAsync(
                async () =>
                {
                    changes = await ChangesAsync(client);
                    deliveries = await DeliveriesAsync(client, webhook);
                    return deliveries.Count >= changes.Count && deliveries.TrueForAll(delivery => delivery.State == "delivered");
                },
                "everything is delivered",
                Patience);
        }
        catch (TimeoutException failure)
        {
            throw new TimeoutException(
                $"{failure.Message} {changes.Count} changes, {deliveries.Count} deliveries; missing: {string.Join("; ", changes.Except(deliveries.Select(delivery => delivery.Change)).Take(5))}",
                failure);
        }

        deliveries.Select(delivery => delivery.Change).ShouldBe(changes.ToHashSet(), ignoreOrder: true, "each change is delivered, and nothing else");
        deliveries.Select(delivery => delivery.Id).Distinct(StringComparer.Ordinal).Count().ShouldBe(deliveries.Count, "each under an id of its own");

        var received = receiver.All;
        received.Select(delivery => delivery.Id).ToHashSet(StringComparer.Ordinal).SetEquals(deliveries.Select(delivery => delivery.Id)).ShouldBeTrue("what was sent is what is kept");
        received.Select(delivery => (delivery.Id, delivery.Body)).Distinct().Count().ShouldBe(deliveries.Count, "at every try the same");
    }

    private static async Task<List<Change>> ChangesAsync(HttpClient client)
    {
        List<Change> all = [];
        for (var cursor = string.Empty; ;)
        {
            var page = await client.GetFromJsonAsync<JsonElement>($"/api/segments/changes?limit=1000&cursor={Uri.EscapeDataString(cursor)}");
            var items = page.GetProperty("items").EnumerateArray().Select(ChangeOf).ToList();
            if (items.Count == 0)
            {
                return all;
            }

            all.AddRange(items);
            cursor = page.GetProperty("next").GetString()!;
        }
    }

    private static async Task<List<Delivery>> DeliveriesAsync(HttpClient client, string webhook)
    {
        List<Delivery> all = [];
        for (var cursor = string.Empty; cursor is not null;)
        {
            var page = await client.GetFromJsonAsync<JsonElement>($"/api/webhooks/{webhook}/deliveries?limit=500&cursor={Uri.EscapeDataString(cursor)}");
            foreach (var item in page.GetProperty("items").EnumerateArray())
            {
                var data = JsonElement.Parse(item.GetProperty("body").GetString()!).GetProperty("data");
                all.Add(new Delivery(
                    item.GetProperty("id").GetString()!,
                    item.GetProperty("state").GetString()!,
                    new Change(
                        data.GetProperty("segment").GetString()!,
                        data.GetProperty("profileId").GetGuid(),
                        data.GetProperty("at").GetDateTimeOffset(),
                        item.GetProperty("type").GetString() == "segment.entered",
                        CauseOf(data))));
            }

            cursor = page.GetProperty("next").GetString();
        }

        return all;
    }

    private static async Task<HashSet<Guid>> FoundAsync(HttpClient client, string key, DateTimeOffset at)
    {
        HashSet<Guid> all = [];
        for (var cursor = string.Empty; cursor is not null;)
        {
            var page = await client.GetFromJsonAsync<JsonElement>($"/api/segments/{key}/members?limit=1000&at={Instant(at)}&cursor={Uri.EscapeDataString(cursor)}");
            all.UnionWith(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("profileId").GetGuid()));
            cursor = page.GetProperty("next").GetString();
        }

        return all;
    }

    private static HashSet<Guid> MembersAt(List<Change> changes, string key, DateTimeOffset at) =>
    [
        .. changes
            .Where(change => change.Segment == key && change.Time <= at)
            .GroupBy(change => change.Profile)
            .Where(customer => customer.MaxBy(change => change.Time)!.Entered)
            .Select(customer => customer.Key),
    ];

    private static Change ChangeOf(JsonElement item) => new(
        item.GetProperty("segment").GetString()!, item.GetProperty("profileId").GetGuid(), item.GetProperty("time").GetDateTimeOffset(), item.GetProperty("entered").GetBoolean(), CauseOf(item));

    private static string CauseOf(JsonElement change) => $"{change.GetProperty("cause")} {change.GetProperty("messageId")}";

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    private HttpClient Client(Uri address)
    {
        var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", File.ReadAllText(Path.Combine(directory, "admin.token")).Trim());
        return client;
    }

    private sealed record Change(string Segment, Guid Profile, DateTimeOffset Time, bool Entered, string Cause);

    private sealed record Delivery(string Id, string State, Change Change);
}
