using System.Globalization;

namespace Tessera.Engine.Hosting;

/// <summary>How the child process is told what to do. The secret is not among them: it comes over standard input.</summary>
internal sealed record EngineArguments(
    string Path, string Library, int Port, long MemoryBytes, int Connections, int QueryTimeoutSeconds, int QueueTimeoutSeconds)
{
    /// <summary>Reads <c>--name value</c> pairs.</summary>
    /// <exception cref="FormatException">An argument is unknown, missing or not a number.</exception>
    public static EngineArguments Parse(IReadOnlyList<string> arguments)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < arguments.Count; i += 2)
        {
            if (!arguments[i].StartsWith("--", StringComparison.Ordinal) || i + 1 == arguments.Count)
            {
                throw new FormatException($"Expected --name value, found '{arguments[i]}'.");
            }

            values[arguments[i][2..]] = arguments[i + 1];
        }

        var path = Text("path");
        return System.IO.Path.IsPathFullyQualified(path)
            ? new EngineArguments(
                path, Text("library"), (int)Number("port"), Number("memory-bytes"),
                (int)Number("connections"), (int)Number("query-timeout-seconds"), (int)Number("queue-timeout-seconds"))
            : throw new FormatException($"--path must be absolute, found '{path}'.");

        string Text(string name) => values.GetValueOrDefault(name) ?? throw new FormatException($"--{name} is missing.");
        long Number(string name) => long.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException($"--{name} must be a whole number, found '{Text(name)}'.");
    }

    /// <summary>The same, as the parent passes it.</summary>
    public IReadOnlyList<string> Format() =>
    [
        "--path", Path,
        "--library", Library,
        "--port", Port.ToString(CultureInfo.InvariantCulture),
        "--memory-bytes", MemoryBytes.ToString(CultureInfo.InvariantCulture),
        "--connections", Connections.ToString(CultureInfo.InvariantCulture),
        "--query-timeout-seconds", QueryTimeoutSeconds.ToString(CultureInfo.InvariantCulture),
        "--queue-timeout-seconds", QueueTimeoutSeconds.ToString(CultureInfo.InvariantCulture),
    ];
}
