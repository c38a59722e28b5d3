using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Tessera.Benchmarks;

/// <summary>One run of <c>./tessera demo</c> or <c>serve</c> as a user starts it: the root script, the server, the engine.</summary>
internal sealed class TesseraProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(20);

    private static readonly TimeSpan QuietTime = TimeSpan.FromMilliseconds(500);
    private const double QuietShare = 0.08;

    private readonly Process process;
    private readonly HttpClient http;
    private readonly string dataDirectory;

    private TesseraProcess(Process process, Uri address, string dataDirectory)
    {
        this.process = process;
        this.dataDirectory = dataDirectory;
        http = new HttpClient { BaseAddress = address };
    }

    public static TesseraProcess Start(string root, string dataDirectory, params string[] command)
    {
        var port = FreePort();
        var start = new ProcessStartInfo(Path.Combine(root, "tessera"))
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in command.Concat(["--data", dataDirectory, "--port", port.ToString(CultureInfo.InvariantCulture)]))
        {
            start.ArgumentList.Add(argument);
        }

        var started = Process.Start(start)!;
        started.OutputDataReceived += static (_, _) => { };
        started.ErrorDataReceived += static (_, _) => { };
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        return new TesseraProcess(started, new Uri($"http://127.0.0.1:{port}/"), dataDirectory);
    }

    /// <summary>Returns once the start page is served and the server says that it is ready to answer.</summary>
    public async Task AnswersAsync(CancellationToken cancellation)
    {
        await UntilAsync(() => SucceedsAsync("readyz", cancellation), cancellation);
        await UntilAsync(() => SucceedsAsync("", cancellation), cancellation);
    }

    /// <summary>A client that may do everything, in one workspace. To be disposed by the caller.</summary>
    public async Task<HttpClient> ClientAsync(string workspace, CancellationToken cancellation)
    {
        var token = (await File.ReadAllTextAsync(Path.Combine(dataDirectory, "admin.token"), cancellation)).Trim();
        var client = new HttpClient { BaseAddress = http.BaseAddress, Timeout = Patience };
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        client.DefaultRequestHeaders.Add("Tessera-Workspace", workspace);
        return client;
    }

    /// <summary>Returns once the demo says that both sample workspaces are simulated, imported and scored.</summary>
    public Task IsFilledAsync(CancellationToken cancellation) => UntilAsync(
        async () => File.Exists(Marker) && (await File.ReadAllTextAsync(Marker, cancellation)).Contains("\"filled\": true", StringComparison.Ordinal), cancellation);

    /// <summary>Returns once server and engine have had next to nothing to do for a moment.</summary>
    public async Task IsQuietAsync(CancellationToken cancellation)
    {
        for (TimeSpan? before = null; ;)
        {
            var now = TimeSpan.FromSeconds(Family(process.Id).Sum(SecondsOf));
            if (now - before < QuietTime * QuietShare)
            {
                return;
            }

            before = now;
            await Task.Delay(QuietTime, TimeProvider.System, cancellation);
        }
    }

    /// <summary>Where the server answers.</summary>
    public Uri Address => http.BaseAddress!;

    /// <summary>Processor time that the server, and the engine it has started, have taken so far, in seconds.</summary>
    public (double Server, double Engine) ProcessorSeconds()
    {
        var all = Family(process.Id).Select(SecondsOf).ToList();
        return (all[0], all.Skip(1).Sum());
    }

    /// <summary>Resident memory of the server, and of the engine it has started, in bytes.</summary>
    public (long Server, long Engine) ResidentBytes()
    {
        var all = Family(process.Id).Select(ResidentBytesOf).ToList();
        return (all[0], all.Skip(1).Sum());
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        if (!process.HasExited)
        {
            // As Ctrl-C does; the root script has become the server by exec.
            using var interrupt = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
            await interrupt.WaitForExitAsync();
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private string Marker => Path.Combine(dataDirectory, "demo.json");

    private async Task<bool> SucceedsAsync(string path, CancellationToken cancellation)
    {
        try
        {
            using var response = await http.GetAsync(new Uri(path, UriKind.Relative), cancellation);
            return response.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private async Task UntilAsync(Func<Task<bool>> condition, CancellationToken cancellation)
    {
        var waited = Stopwatch.StartNew();
        while (!await condition())
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException($"./tessera ended with exit code {process.ExitCode} before it answered.");
            }

            if (waited.Elapsed > Patience)
            {
                throw new TimeoutException($"./tessera did not answer within {Patience.TotalMinutes:F0} minutes.");
            }

            await Task.Delay(PollInterval, TimeProvider.System, cancellation);
        }
    }

    private static IEnumerable<int> Family(int root)
    {
        var children = Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0)
            .ToLookup(ParentOf);
        var open = new Queue<int>([root]);
        while (open.TryDequeue(out var id))
        {
            yield return id;
            foreach (var child in children[id])
            {
                open.Enqueue(child);
            }
        }
    }

    private static int ParentOf(int id) => int.Parse(StatusLine(id, "PPid:") ?? "0", CultureInfo.InvariantCulture);

    private static long ResidentBytesOf(int id) =>
        long.Parse((StatusLine(id, "VmRSS:") ?? "0 kB").Split(' ')[0], CultureInfo.InvariantCulture) * 1024;

    // Processor time in user and system mode, the 14th and 15th fields, in hundredths of a second on Linux.
    private static double SecondsOf(int id)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{id}/stat");
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            return (double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture)) / 100;
        }
        catch (IOException)
        {
            // The process ended between listing and reading.
            return 0;
        }
    }

    private static string? StatusLine(int id, string key)
    {
        try
        {
            return File.ReadLines($"/proc/{id}/status").FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal))?[key.Length..].Trim();
        }
        catch (IOException)
        {
            // The process ended between listing and reading.
            return null;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
