using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Tessera.Testing;

namespace Tessera.Server.Tests.Destinations.Webhooks;

/// <summary>Has segments evaluated now rather than with the next round.</summary>
internal static class Evaluations
{
    private static int made;

    /// <summary>Makes segments of nobody, which has all segments of the workspace evaluated, until one has so many members.</summary>
    public static Task EvaluateAsync(HttpClient client, string segment, int members, TimeSpan patience) => Eventually.UntilAsync(
        async () =>
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"nobody-{Interlocked.Increment(ref made)}-{members}");
            using var response = await client.PostAsJsonAsync("/api/segments", new { key, name = key, definition = "did \"Never\" ever" });
            response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync());
            await Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System);
            return (await client.GetFromJsonAsync<JsonElement>($"/api/segments/{segment}")).GetProperty("size").GetInt64() >= members;
        },
        $"{members} are in the segment {segment}",
        patience);
}
