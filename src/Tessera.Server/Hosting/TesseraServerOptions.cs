using Microsoft.Extensions.Logging;
using Tessera.Server.Hosting.Analytics;

namespace Tessera.Server.Hosting;

/// <summary>How a server is to run. Everything ambient (arguments, environment) is read by the caller and passed here.</summary>
public sealed record TesseraServerOptions
{
    /// <summary>The address that is listened on unless another is asked for: loopback only.</summary>
    public static Uri DefaultUrl { get; } = new("http://127.0.0.1:8080");

    /// <summary>The directory that holds everything the server keeps; created when missing.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>Where to listen; port 0 lets the system choose. Default: <see cref="DefaultUrl"/>.</summary>
    public IReadOnlyList<Uri> Urls { get; init; } = [DefaultUrl];

    /// <summary>Host names that may be used besides the loopback names while listening on loopback only (a reverse proxy's name).</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>The folder of the built web app; a page that says how to build it is served when it is missing. Default: none.</summary>
    public string? WebAppDirectory { get; init; }

    /// <summary>
    /// A ClickHouse server to use instead of the embedded engine: <c>http://user:password@host:8123/tessera</c>.
    /// Default: none, the embedded engine is started.
    /// </summary>
    public Uri? ClickHouseUrl { get; init; }

    /// <summary>Memory the embedded engine may use, in bytes. Default: a quarter of the machine. Ignored with <see cref="ClickHouseUrl"/>.</summary>
    public long? EngineMemoryBytes { get; init; }

    /// <summary>Whether webhooks may go to addresses of private networks, and over plain HTTP. Default: false.</summary>
    public bool AllowPrivateWebhooks { get; init; }

    /// <summary>How lines of the log are written. Default: <see cref="LogFormat.Text"/>.</summary>
    public LogFormat LogFormat { get; init; }

    /// <summary>The least that is logged. Default: <see cref="LogLevel.Warning"/>.</summary>
    public LogLevel LogLevel { get; init; } = LogLevel.Warning;

    /// <summary>The clock of the whole server. Default: the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Told, in a few words, each step of starting that may take more than a moment. Default: nobody.</summary>
    public IProgress<string>? StartupProgress { get; init; }
}
