using System.Globalization;
using Tessera.Server.Hosting;

namespace Tessera.Cli;

/// <summary>What the environment variables say about a server that this program runs.</summary>
internal static class ServerSettings
{
    private const long Mebibyte = 1024 * 1024;

    /// <summary>Options without a data directory, which the command adds.</summary>
    /// <exception cref="CommandFailure">A variable makes no sense.</exception>
    public static TesseraServerOptions From(ProgramEnvironment environment) => new()
    {
        DataDirectory = environment.DefaultDataDirectory,
        WebAppDirectory = environment.WebAppDirectory,
        ClickHouseUrl = ClickHouseUrl(environment),
        EngineMemoryBytes = EngineMemory(environment),
        AllowPrivateWebhooks = environment.NonEmpty("TESSERA_ALLOW_PRIVATE_WEBHOOKS") is "1" or "true",
        Time = environment.Time,
    };

    private static Uri? ClickHouseUrl(ProgramEnvironment environment)
    {
        if (environment.NonEmpty("TESSERA_CLICKHOUSE_URL") is not { } text)
        {
            return null;
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var url)
            ? url
            : throw new CommandFailure("TESSERA_CLICKHOUSE_URL is not an address; write it as http://user:password@host:8123/tessera.");
    }

    private static long? EngineMemory(ProgramEnvironment environment)
    {
        if (environment.NonEmpty("TESSERA_ENGINE_MEMORY_MB") is not { } text)
        {
            return null;
        }

        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var mebibytes) && mebibytes > 0
            ? mebibytes * Mebibyte
            : throw new CommandFailure($"TESSERA_ENGINE_MEMORY_MB is \"{text}\"; give a whole number of megabytes such as 2048.");
    }
}
