using System.Text.Json.Nodes;
using Tessera.Server.Hosting;
using Tessera.Testing;

namespace Tessera.Server.Tests.Pipeline;

/// <summary>The machine's clock is set forward and back while calls come in: nothing is lost or doubled, and who reads changes on misses none.</summary>
public sealed class JumpingClockTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly TemporaryDirectory folder = new();
    private readonly JumpingClock clock = new();
    private string cursor = string.Empty;

    private string DataDirectory => folder.Combine("data");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Clock_SetForwardAndBack_ChangesMembershipOnceForEachReason()
    {
        await using (var server = await StartAsync())
        {
            using var source = new HttpSource(DataDirectory, server.Address);
            await source.CreateAsync("here-now", "did \"Ping\" in the last 1 minute");
            await source.CreateAsync("three", "did \"Ping\" at least 3 times");
            await source.SendAsync(Ping("1", "ada"));
            await ReadAsync(source, "here-now entered 1");

            clock.Offset = TimeSpan.FromDays(1);
            await source.SendAsync(Ping("2", "bob"));
            await ReadAsync(source, "here-now left ", "here-now entered 2");

            // By this clock, what came before is yet to be.
            clock.Offset = TimeSpan.FromDays(-1);
            await source.SendAsync(Ping("3", "ada"), Ping("4", "ada"));
            await ReadAsync(source, "here-now left ", "here-now entered 4");
            await source.SendAsync(Ping("4", "ada"));
            await source.StoredAsync();
        }

        // Begun again while the clock is still behind what was recorded.
        await using (var server = await StartAsync())
        {
            using var source = new HttpSource(DataDirectory, server.Address);
            await source.SendAsync(Ping("5", "bob"), Ping("6", "bob"));
            await ReadAsync(source, "here-now entered 6");
            await source.StoredAsync();
            clock.Offset = TimeSpan.FromDays(2);
            await source.SendAsync(Ping("7", "carl"));
            await ReadAsync(source, "here-now left ", "here-now left ", "three entered ", "three entered ", "here-now entered 7");
            await source.StoredAsync();
            (await source.CountAsync("did \"Ping\" at least 3 times")).ShouldBe(2);
            (await source.CountAsync("did \"Ping\" at least 4 times")).ShouldBe(0);
            (await source.CountAsync("did \"Ping\" in the last 1 minute")).ShouldBe(1);
        }
    }

    private static JsonObject Ping(string id, string user) => new JsonObject { ["type"] = "track", ["messageId"] = id, ["userId"] = user, ["event"] = "Ping" };

    private async Task<TesseraServer> StartAsync()
    {
        var server = await TesseraServer.CreateAsync(new TesseraServerOptions
        {
            DataDirectory = DataDirectory, Urls = [new Uri("http://127.0.0.1:0")], EngineMemoryBytes = 1L << 30, Time = clock,
        });
        await server.StartAsync();
        return server;
    }

    /// <summary>Reads on from where it was read to last, until these changes have come, in whatever order; and no others.</summary>
    private async Task ReadAsync(HttpSource source, params string[] expected)
    {
        List<string> read = [];
        await Eventually.UntilAsync(
            async () =>
            {
                var (changes, next) = await source.ChangesAsync(cursor);
                read.AddRange(changes);
                cursor = next;
                return read.Count >= expected.Length;
            },
            string.Join(", ", expected),
            Patience);
        read.ShouldBe(expected, ignoreOrder: true);
    }

    /// <summary>The system's clock, set wrong by an offset; what is waited for passes as it does.</summary>
    private sealed class JumpingClock : TimeProvider
    {
        private long offset;

        public TimeSpan Offset
        {
            set => Interlocked.Exchange(ref offset, value.Ticks);
        }

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref offset));
    }
}
