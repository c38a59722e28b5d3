using System.CommandLine;
using Microsoft.Extensions.Logging;
using Tessera.Server.Hosting;

namespace Tessera.Cli.Commands;

/// <summary>The options by which <c>serve</c> and <c>demo</c> say where to listen and what the engine may use.</summary>
internal sealed class ListenOptions
{
    private const long Mebibyte = 1024 * 1024;
    private const int MaxPort = 65_535;
    private const int LeastEngineMemory = 512;

    public Option<string[]> Urls { get; } = new("--urls")
    {
        Description = "Where to listen. Default: http://127.0.0.1:8080, this machine only.", HelpName = "URL", AllowMultipleArgumentsPerToken = true,
    };

    public Option<int?> Port { get; } = new("--port", "-p") { Description = "The port on 127.0.0.1; 0 takes any free one. Default: 8080.", HelpName = "N" };

    public Option<string[]> AllowHost { get; } = new("--allow-host")
    {
        Description = "A host name under which a reverse proxy on this machine passes requests on.", HelpName = "NAME",
    };

    public Option<long?> EngineMemory { get; } = new("--engine-memory")
    {
        Description = "Memory the embedded engine may use, in megabytes. Default: a quarter of the machine.", HelpName = "MB",
    };

    public Option<LogFormat?> LogFormat { get; } = new("--log-format") { Description = "How the log is written. Default: text.", HelpName = "text|json" };

    public Option<LogLevel?> LogLevel { get; } = new("--log-level")
    {
        Description = "The least that is logged; information has every request. Default: warning.", HelpName = "debug|information|warning|error",
    };

    public void AddTo(Command command, bool urls)
    {
        if (urls)
        {
            Port.Description = "The port on 127.0.0.1, instead of --urls; 0 takes any free one.";
            command.Options.Add(Urls);
            command.Options.Add(AllowHost);
        }

        command.Options.Add(Port);
        command.Options.Add(EngineMemory);
        command.Options.Add(LogFormat);
        command.Options.Add(LogLevel);
    }

    /// <exception cref="CommandFailure">An address makes no sense, or two options contradict each other.</exception>
    public TesseraServerOptions Apply(ParseResult result, TesseraServerOptions options)
    {
        if (result.GetValue(Port) is { } number and (< 0 or > MaxPort))
        {
            throw new CommandFailure($"--port is {number} but must lie between 0 (any free port) and {MaxPort}.", ExitCodes.WrongUsage);
        }

        if (result.GetValue(EngineMemory) is { } memory and < LeastEngineMemory)
        {
            throw new CommandFailure($"--engine-memory is {memory} but must be at least {LeastEngineMemory} (megabytes).", ExitCodes.WrongUsage);
        }

        var urls = result.GetResult(Urls) is null ? [] : result.GetValue(Urls) ?? [];
        var port = result.GetValue(Port);
        if (urls.Length > 0 && port is not null)
        {
            throw new CommandFailure("--urls and --port contradict each other; use one of them.", ExitCodes.WrongUsage);
        }

        var chosen = urls.SelectMany(url => url.Split(';', StringSplitOptions.RemoveEmptyEntries)).Select(ParseUrl).ToList();
        return options with
        {
            Urls = chosen.Count > 0 ? chosen : port is { } chosenPort ? [new Uri($"http://127.0.0.1:{chosenPort}")] : options.Urls,
            AllowedHosts = result.GetResult(AllowHost) is null ? [] : result.GetValue(AllowHost) ?? [],
            EngineMemoryBytes = result.GetValue(EngineMemory) is { } megabytes ? megabytes * Mebibyte : options.EngineMemoryBytes,
            LogFormat = result.GetValue(LogFormat) ?? options.LogFormat,
            LogLevel = result.GetValue(LogLevel) ?? options.LogLevel,
        };
    }

    private static Uri ParseUrl(string text) => Uri.TryCreate(text, UriKind.Absolute, out var url)
        ? url
        : throw new CommandFailure($"\"{text}\" is not an address to listen on; write it as http://127.0.0.1:8080.", ExitCodes.WrongUsage);
}
