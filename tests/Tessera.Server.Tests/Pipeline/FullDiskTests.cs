using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Tessera.Testing;

namespace Tessera.Server.Tests.Pipeline;

/// <summary>The disk under log, state and what segments keep is full for a while: what was acknowledged is there, what was not is sent again.</summary>
public sealed class FullDiskTests
{
    private const int CallsPerBatch = 20;
    private const int Megabytes = 400;
    private const int Refusals = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [SkippableFact]
    public async Task Disk_ThatIsFullForAWhile_LosesNothingAcknowledgedAndDoublesNothing()
    {
        using var disk = SmallDisk.TryMount(Megabytes);
        Skip.If(disk is null, "A small disk cannot be mounted here; that takes root on Linux.");
        var directory = disk.Combine("data");
        var sent = 0;
        using (var server = await CrashedServer.StartAsync(directory))
        {
            using var source = new HttpSource(directory, server.Address);
            await source.CreateAsync("openers", "did \"Opened\"");
            await SendAsync(source, sent, 20);
            sent += 20;

            disk.Fill();
            var refused = 0;
            while (refused < Refusals)
            {
                var answer = await source.TrySendAsync(Batch(sent));
                if (answer == HttpStatusCode.OK)
                {
                    sent++;
                    continue;
                }

                ((int)answer).ShouldBeGreaterThanOrEqualTo(429, "a sender knows that it is to come again");
                refused++;
            }

            disk.Free();
            await Eventually.UntilAsync(async () => await source.TrySendAsync(Batch(sent)) == HttpStatusCode.OK, "calls are taken again", Patience);
            sent++;
            await SendAsync(source, sent, 10);
            sent += 10;
            await CheckAsync(source, sent * CallsPerBatch);
            await server.KillAsync();
        }

        using var again = await CrashedServer.StartAsync(directory);
        using var reader = new HttpSource(directory, again.Address);
        await CheckAsync(reader, sent * CallsPerBatch);
        await again.KillAsync();
    }

    private static async Task CheckAsync(HttpSource source, int customers)
    {
        await source.StoredAsync();
        (await source.CountAsync("did \"Opened\"")).ShouldBe(customers);
        (await source.CountAsync("did \"Opened\" at least 2 times")).ShouldBe(0);
        await Eventually.UntilAsync(async () => await EnteredAsync(source) >= customers, "every customer is a member", Patience);
        (await EnteredAsync(source)).ShouldBe(customers, "and each entered once");
    }

    private static async Task<int> EnteredAsync(HttpSource source)
    {
        var count = 0;
        for (var cursor = string.Empty; ;)
        {
            var (changes, next) = await source.ChangesAsync(cursor);
            if (changes.Count == 0)
            {
                return count;
            }

            (count, cursor) = (count + changes.Count, next);
        }
    }

    private static async Task SendAsync(HttpSource source, int from, int count)
    {
        for (var batch = from; batch < from + count; batch++)
        {
            await source.SendAsync(Batch(batch));
        }
    }

    // Long calls, so that a disk without space is noticed soon. Sent again, they are the same calls.
    private static JsonNode[] Batch(int number) =>
    [
        .. Enumerable.Range(0, CallsPerBatch).Select(call => new JsonObject
        {
            ["type"] = "track",
            ["messageId"] = string.Create(CultureInfo.InvariantCulture, $"{number}-{call}"),
            ["userId"] = string.Create(CultureInfo.InvariantCulture, $"u{number}-{call}"),
            ["event"] = "Opened",
            ["properties"] = new JsonObject { ["text"] = new string('x', 8000) },
        }),
    ];
}
