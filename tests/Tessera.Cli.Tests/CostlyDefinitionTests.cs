using System.Net;
using System.Net.Sockets;
using System.Text;
using Tessera.Testing;

namespace Tessera.Cli.Tests;

/// <summary>Of a definition that keeps the engine busy for long, the command line says so before it runs.</summary>
public sealed class CostlyDefinitionTests : IDisposable
{
    private const string Sentence = "Reads 500 million events: about 50 s.";
    private readonly TemporaryDirectory root = new();

    public void Dispose() => root.Dispose();

    [Theory]
    [InlineData("high", true)]
    [InlineData("medium", false)]
    public async Task PreviewCreateAndApply_SayWhatItTakes_BeforeItRuns(string level, bool isSaid)
    {
        await File.WriteAllTextAsync(Path.Combine(root.FullPath, "all.segment"), "did any event");
        await using var server = new CostlyServer(level);
        await CheckAsync("", "POST /api/segments/preview", "preview", "did any event");
        await CheckAsync("", "POST /api/segments", "create", "all", "did any event");
        await CheckAsync("all.segment: ", "POST /api/segments/plan", "apply", ".", "--dry-run");

        async Task CheckAsync(string before, string run, params string[] arguments)
        {
            server.Asked.Clear();
            var result = await CliProcess.RunAsync(root.FullPath, ["segments", .. arguments, "--url", server.Address.AbsoluteUri, "--token", "x"]);
            result.ExitCode.ShouldBe(0, result.Error);
            result.Error.Trim().ShouldBe(isSaid ? before + Sentence : string.Empty);
            server.Asked.Take(2).ShouldBe(["POST /api/segments/parse", run]);
        }
    }

    // Hundreds of millions of events are too many for a test: this one only says that it has them.
    private sealed class CostlyServer : IAsyncDisposable
    {
        private readonly HttpListener listener = new();
        private readonly string level;
        private readonly Task answering;

        public CostlyServer(string level)
        {
            this.level = level;
            using (var probe = new TcpListener(IPAddress.Loopback, 0))
            {
                probe.Start();
                Address = new Uri($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/");
            }

            listener.Prefixes.Add(Address.AbsoluteUri);
            listener.Start();
            answering = AnswerAsync();
        }

        public Uri Address { get; }

        public List<string> Asked { get; } = [];

        public async ValueTask DisposeAsync()
        {
            listener.Close();
            await answering;
        }

        private async Task AnswerAsync()
        {
            while (listener.IsListening)
            {
                try
                {
                    var context = await listener.GetContextAsync();
                    Asked.Add($"{context.Request.HttpMethod} {context.Request.Url!.AbsolutePath}");
                    context.Response.ContentType = "application/json";
                    await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(
                        $$"""{ "cost": { "level": "{{level}}", "sentence": "{{Sentence}}" }, "state": "ready", "name": "All", "actions": [], "problems": [], "sample": [] }"""));
                    context.Response.Close();
                }
                catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
                {
                    return;
                }
            }
        }
    }
}
