using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Tessera.Cli.Api;
using Tessera.Cli.Output;
using Tessera.Server.Hosting;

namespace Tessera.Cli.Doctor;

/// <summary>Looks at everything that Tessera needs of a machine; changes nothing.</summary>
internal sealed class Checkup(ProgramEnvironment environment, string dataDirectory)
{
    private const long Gigabyte = 1_000_000_000;
    private const int LeastNodeVersion = 20;
    private const long LibraryDownloadBytes = 2 * Gigabyte;
    private const decimal LargestLag = 100_000;
    private static readonly DateTimeOffset Built = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ProgramPatience = TimeSpan.FromSeconds(10);

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken) =>
    [
        Runtime(),
        await SdkAsync(cancellationToken),
        await NodeAsync(cancellationToken),
        WebApp(),
        EngineLibraryFile(),
        Memory(),
        DiskSpace(),
        Data(),
        Port(),
        Clock(),
        .. DatabaseFiles.Look(new DataDirectory(dataDirectory)),
        .. await RunningEngineAsync(cancellationToken),
        .. await RunningPipelineAsync(cancellationToken),
    ];

    private static Finding Runtime() => new(
        ".NET runtime", Verdict.Good, $"{RuntimeInformation.FrameworkDescription} on {RuntimeInformation.RuntimeIdentifier}.");

    private async Task<Finding> SdkAsync(CancellationToken cancellationToken)
    {
        var version = await ProgramVersion.AskAsync("dotnet", ProgramPatience, environment.Time, cancellationToken);
        return version is null
            ? new Finding(".NET SDK", Verdict.Warning, "Not found; it is needed to build from source: install it from https://dotnet.microsoft.com/download/dotnet/10.0.")
            : new Finding(".NET SDK", Verdict.Good, $"{version}.");
    }

    private async Task<Finding> NodeAsync(CancellationToken cancellationToken)
    {
        const string remedy = "install Node.js 20 or later with npm from https://nodejs.org; it builds the web app and fetches the engine's library";
        var node = await ProgramVersion.AskAsync("node", ProgramPatience, environment.Time, cancellationToken);
        var npm = await ProgramVersion.AskAsync("npm", ProgramPatience, environment.Time, cancellationToken);
        if (node is null || npm is null)
        {
            return new Finding("Node.js", Verdict.Warning, $"{(node is null ? "Node.js" : "npm")} was not found; {remedy}.");
        }

        var major = node.TrimStart('v').Split('.')[0];
        return int.TryParse(major, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < LeastNodeVersion
            ? new Finding("Node.js", Verdict.Warning, $"{node} is too old; {remedy}.")
            : new Finding("Node.js", Verdict.Good, $"{node}, npm {npm}.");
    }

    private Finding WebApp() => File.Exists(Path.Combine(environment.WebAppDirectory, "index.html"))
        ? new Finding("Web app", Verdict.Good, $"Built, in {environment.WebAppDirectory}.")
        : new Finding("Web app", Verdict.Warning, "Not built yet; \"./tessera serve\" and \"./tessera demo\" build it at their first start.");

    private Finding EngineLibraryFile()
    {
        if (environment.NonEmpty("TESSERA_CLICKHOUSE_URL") is not null)
        {
            return new Finding("Engine", Verdict.Good, "A ClickHouse server is used (TESSERA_CLICKHOUSE_URL); the embedded engine is not needed.");
        }

        try
        {
            return EmbeddedEngineLibrary.Find() is { } path
                ? new Finding("Engine", Verdict.Good, $"libchdb {EmbeddedEngineLibrary.Version} in {path}.")
                : new Finding("Engine", Verdict.Warning, $"libchdb {EmbeddedEngineLibrary.Version} has not been fetched yet; the first start fetches it (some 180 MB, once per machine).");
        }
        catch (TesseraException exception)
        {
            return new Finding("Engine", Verdict.Bad, exception.Message);
        }
    }

    private static Finding Memory()
    {
        var bytes = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        return bytes < Gigabyte
            ? new Finding("Memory", Verdict.Bad, $"{Figures.Bytes(bytes)} for this process; Tessera needs 1 GB.")
            : new Finding("Memory", Verdict.Good, $"{Figures.Bytes(bytes)}; the engine takes a quarter unless --engine-memory says otherwise.");
    }

    private Finding DiskSpace()
    {
        var existing = dataDirectory;
        while (!Directory.Exists(existing) && Path.GetDirectoryName(existing) is { } parent)
        {
            existing = parent;
        }

        var free = new DriveInfo(existing).AvailableFreeSpace;
        return free < LibraryDownloadBytes
            ? new Finding("Disk space", Verdict.Warning, $"{Figures.Bytes(free)} free at {existing}; have at least {Figures.Bytes(LibraryDownloadBytes)} for the engine's library and some data.")
            : new Finding("Disk space", Verdict.Good, $"{Figures.Bytes(free)} free at {existing}.");
    }

    private Finding Data()
    {
        var directory = new DataDirectory(dataDirectory);
        if (!Directory.Exists(directory.Root))
        {
            return new Finding("Data directory", Verdict.Good, $"{directory.Root} does not exist yet; it is made at the first start.");
        }

        if (ServerRecord.FindRunning(directory) is { } record)
        {
            return new Finding("Data directory", Verdict.Good, $"{directory.Root} is in use by the server at {record.Url.OriginalString} (process {record.Pid}).");
        }

        try
        {
            directory.Create();
            return new Finding("Data directory", Verdict.Good, $"{directory.Root} can be written.");
        }
        catch (TesseraException exception)
        {
            return new Finding("Data directory", Verdict.Bad, exception.Message);
        }
    }

    private Finding Clock()
    {
        var now = environment.Time.GetUtcNow();
        var ahead = DataFiles.In(new DataDirectory(dataDirectory)).Select(file => new DateTimeOffset(File.GetLastWriteTimeUtc(file)) - now).DefaultIfEmpty().Max();
        return ahead > ClockTolerance
            ? new Finding("Clock", Verdict.Warning, $"It says {now:yyyy-MM-dd HH:mm:ss} UTC, but the data were written {Figures.Duration(ahead)} later: it was set back; let the machine set it by NTP.")
            : now < Built
                ? new Finding("Clock", Verdict.Warning, $"It says {now:yyyy-MM-dd HH:mm:ss} UTC, which is before this program was written; let the machine set it by NTP.")
                : new Finding("Clock", Verdict.Good, $"{now:yyyy-MM-dd HH:mm:ss} UTC.");
    }

    /// <summary>How far the server that uses the data directory, if one runs, is behind the calls it has accepted.</summary>
    private async Task<IEnumerable<Finding>> RunningPipelineAsync(CancellationToken cancellationToken)
    {
        const string check = "Pipeline";
        var directory = new DataDirectory(dataDirectory);
        if (!Directory.Exists(directory.Root) || ServerRecord.FindRunning(directory) is not { } record || !File.Exists(directory.AdminTokenFile))
        {
            return [];
        }

        try
        {
            using var api = new TesseraApi(record.Url, (await File.ReadAllTextAsync(directory.AdminTokenFile, cancellationToken)).Trim(), workspace: null);
            using var text = new MemoryStream();
            await api.CopyAsync("/metrics", text, cancellationToken);
            var waiting = Metric(System.Text.Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length), "tessera_pipeline_lag");
            return
            [
                waiting > LargestLag
                    ? new Finding(check, Verdict.Warning, $"{Figures.Count(waiting)} calls wait to be stored; if the number does not fall, see whether the engine is ready and the disk has space.")
                    : new Finding(check, Verdict.Good, $"{Figures.Count(waiting)} calls wait to be stored."),
            ];
        }
        catch (Exception exception) when (exception is HttpRequestException or CommandFailure or IOException or UnauthorizedAccessException)
        {
            return [new Finding(check, Verdict.Warning, $"The server at {record.Url.OriginalString} could not be asked: {exception.Message}")];
        }
    }

    private static decimal Metric(string metrics, string name) => metrics.Split('\n')
        .Where(line => line.StartsWith(name + " ", StringComparison.Ordinal))
        .Select(line => decimal.Parse(line[(name.Length + 1)..], NumberStyles.Float, CultureInfo.InvariantCulture))
        .FirstOrDefault();

    /// <summary>What the server that uses the data directory, if one runs, has to say about its engine.</summary>
    private async Task<IEnumerable<Finding>> RunningEngineAsync(CancellationToken cancellationToken)
    {
        const string check = "Running engine";
        var directory = new DataDirectory(dataDirectory);
        if (!Directory.Exists(directory.Root) || ServerRecord.FindRunning(directory) is not { } record || !File.Exists(directory.AdminTokenFile))
        {
            return [];
        }

        try
        {
            using var api = new TesseraApi(record.Url, (await File.ReadAllTextAsync(directory.AdminTokenFile, cancellationToken)).Trim(), workspace: null);
            var engine = (await api.GetAsync("/api/system", cancellationToken)).Value.GetProperty("engine");
            var warnings = engine.GetProperty("warnings").EnumerateArray().Select(warning => new Finding(check, Verdict.Warning, warning.GetString()!)).ToList();
            var state = engine.GetProperty("state").GetString();
            return state == "ready" && warnings.Count > 0
                ? warnings
                : [state == "ready" ? new Finding(check, Verdict.Good, "Ready.") : new Finding(check, Verdict.Warning, $"It is {state}: {engine.GetProperty("lastError").GetString()}"), .. warnings];
        }
        catch (Exception exception) when (exception is HttpRequestException or CommandFailure or IOException or UnauthorizedAccessException)
        {
            return [new Finding(check, Verdict.Warning, $"The server at {record.Url.OriginalString} could not be asked: {exception.Message}")];
        }
    }

    private Finding Port()
    {
        var port = TesseraServerOptions.DefaultUrl.Port;
        if (new ServerLocator(environment).FindRunningOn(port, dataDirectory) is var (directory, server))
        {
            return new Finding("Port", Verdict.Good, $"{port} is that of the server on {directory.Root} (process {server.Pid}).");
        }

        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return new Finding("Port", Verdict.Good, $"{port} is free.");
        }
        catch (SocketException)
        {
            return new Finding("Port", Verdict.Warning, $"{port} is taken, perhaps by a Tessera that runs already; choose another with --port {port + 1}.");
        }
    }
}
