using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Tessera.Server.Tests.Pipeline;
using Tessera.Testing;

namespace Tessera.Server.Tests.Destinations.Webhooks;

/// <summary>A server that is killed while it delivers loses no change, and sends none under two ids.</summary>
public sealed class WebhookCrashTests
{
    private const int Rounds = 3;
    private const int CustomersOfARound = 40;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task Server_KilledWhileItDelivers_DeliversEveryChangeUnderOneId()
    {
        var directory = Directory.CreateTempSubdirectory("tessera-webhooks-").FullName;
        await using var receiver = await Receiver.StartAsync();
        receiver.Answer = async (_, cancellation) =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(40), TimeProvider.System, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return HttpStatusCode.OK;
        };
        try
        {
            var random = new Random(20261122);
            for (var round = 0; round < Rounds; round++)
            {
                using var server = await CrashedServer.StartAsync(directory);
                using var client = Client(server, directory);
                if (round == 0)
                {
                    await BeginAsync(client, receiver);
                }

                await SendAsync(server, directory, round);
                await Evaluations.EvaluateAsync(client, "openers", (round + 1) * CustomersOfARound, Patience);
                await Task.Delay(TimeSpan.FromMilliseconds(random.Next(100, 2500)), TimeProvider.System);
                await server.KillAsync();
            }

            using var last = await CrashedServer.StartAsync(directory);
            await Eventually.UntilAsync(
                () => Task.FromResult(receiver.All.Select(CustomerOf).Distinct(StringComparer.Ordinal).Count() == Rounds * CustomersOfARound), "every change is delivered", Patience);
            receiver.All.Select(delivery => (delivery.Id, CustomerOf(delivery))).Distinct().Count().ShouldBe(Rounds * CustomersOfARound, "a change has one id, at every try");
            await last.KillAsync();
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static async Task BeginAsync(HttpClient client, Receiver receiver)
    {
        using var made = await client.PostAsJsonAsync("/api/segments", new { key = "openers", name = "Openers", definition = "did \"Opened\" ever" });
        made.EnsureSuccessStatusCode();
        await Eventually.UntilAsync(async () => (await ShowAsync(client)).GetProperty("state").GetString() == "ready", "the segment is computed", Patience);
        using var created = await client.PostAsJsonAsync("/api/webhooks", new { url = receiver.Address });
        created.EnsureSuccessStatusCode();
    }

    private static async Task SendAsync(CrashedServer server, string directory, int round)
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        var batch = Enumerable.Range(0, CustomersOfARound).Select(number => new { type = "track", userId = $"u{round}-{number}", @event = "Opened" });
        using var response = await client.PostAsJsonAsync("/v1/batch", new { writeKey = (await File.ReadAllTextAsync(Path.Combine(directory, "write.key"))).Trim(), batch });
        response.EnsureSuccessStatusCode();
    }

    private static Task<JsonElement> ShowAsync(HttpClient client) => client.GetFromJsonAsync<JsonElement>("/api/segments/openers");

    private static string CustomerOf(Received delivery) => JsonElement.Parse(delivery.Body).GetProperty("data").GetProperty("profileId").GetString()!;

    private static HttpClient Client(CrashedServer server, string directory)
    {
        var client = new HttpClient { BaseAddress = server.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", File.ReadAllText(Path.Combine(directory, "admin.token")).Trim());
        return client;
    }
}
