using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Tessera.Testing;

namespace Tessera.Cli.Tests.Importing;

/// <summary>However large a file is, importing it takes the same memory.</summary>
public sealed class LargeImportTests : IDisposable
{
    private const long Megabyte = 1 << 20;
    private const long SmallFile = 40 * Megabyte;
    private const long LargeFile = 200 * Megabyte;

    // The least that Tessera is meant for.
    private const long EngineMemory = 1024 * Megabyte;

    // What importing needs at all (blocks on their way, 32 MiB to recognise orders, the customers of some time) the small file has made the
    // server take already, but for what the collector has not given back yet: 50 MiB were measured. Anything kept of every row would add
    // most of the 160 MiB that the large file has more.
    private const long Slack = 100 * Megabyte;

    private static readonly string Description = new('x', 110);

    private readonly TemporaryDirectory root = new();

    public void Dispose() => root.Dispose();

    [Fact]
    public async Task Import_FileFiveTimesAsLarge_TakesNoMoreMemory()
    {
        await using var server = await RunningServer.StartAsync(root.FullPath, "serve", "--port", "0", "--engine-memory", "1024");
        using var http = new HttpClient { BaseAddress = server.Address, Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await File.ReadAllTextAsync(root.Combine("data", "admin.token"))).Trim());
        var engine = Children(server.ProcessId).Single();

        await ImportAsync(http, "small", SmallFile);
        var before = Peak(server.ProcessId);
        await ImportAsync(http, "large", LargeFile);
        (Peak(server.ProcessId) - before).ShouldBeLessThan(Slack, $"the server had {before / Megabyte} MiB at most before the large file");
        Peak(engine).ShouldBeLessThan(EngineMemory, "the engine keeps to what it is given");
    }

    private static async Task ImportAsync(HttpClient http, string workspace, long bytes)
    {
        using var created = await http.PostAsJsonAsync("/api/workspaces", new { key = workspace, name = workspace });
        created.EnsureSuccessStatusCode();
        var file = new GeneratedOrders(bytes);
        using var form = new MultipartFormDataContent { { new StringContent("orders"), "kind" }, { file, "file", "orders.csv" } };
        using var upload = new HttpRequestMessage(HttpMethod.Post, "/api/imports") { Content = form };
        upload.Headers.Add("Tessera-Workspace", workspace);
        using var accepted = await http.SendAsync(upload);
        accepted.EnsureSuccessStatusCode();
        var id = (await accepted.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();
        JsonElement import = default;
        await Eventually.UntilAsync(
            async () =>
            {
                using var look = new HttpRequestMessage(HttpMethod.Get, $"/api/imports/{id}");
                look.Headers.Add("Tessera-Workspace", workspace);
                using var answer = await http.SendAsync(look);
                import = await answer.Content.ReadFromJsonAsync<JsonElement>();
                return import.GetProperty("state").GetString() is not ("queued" or "reading" or "publishing");
            },
            "the end of the import",
            TimeSpan.FromMinutes(5));
        import.GetProperty("state").GetString().ShouldBe("done", import.ToString());
        import.GetProperty("rowsAccepted").GetInt64().ShouldBe(file.Lines);
    }

    /// <summary>The processes that a process has started: of a server, its engine.</summary>
    private static IEnumerable<int> Children(int process) => Directory.EnumerateDirectories("/proc")
        .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? id : 0)
        .Where(id => id > 0 && Status(id, "PPid:") == process);

    /// <summary>The most memory that a process was ever resident with, in bytes.</summary>
    private static long Peak(int process) => Status(process, "VmHWM:") * 1024;

    private static long Status(int process, string name)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith(name, StringComparison.Ordinal));
            return long.Parse(line[name.Length..].Replace("kB", string.Empty, StringComparison.Ordinal), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            // A process that ended meanwhile is nobody's child.
            return 0;
        }
    }

    /// <summary>Orders of four lines, made while they are sent.</summary>
    private sealed class GeneratedOrders(long bytes) : HttpContent
    {
        public long Lines { get; private set; }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var block = new StringBuilder("order_id,customer_id,date,sku,description,quantity,unit_price\n");
            for (var sent = 0L; sent < bytes; block.Clear())
            {
                for (var line = 0; line < 4000; line++, Lines++)
                {
                    var order = Lines / 4;
                    block.Append(CultureInfo.InvariantCulture, $"{order},{order % 30_000},2024-{1 + (order % 12):00}-{1 + (order % 28):00},s{Lines % 997},{Description},1,2.50\n");
                }

                var text = Encoding.UTF8.GetBytes(block.ToString());
                await stream.WriteAsync(text);
                sent += text.Length;
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
