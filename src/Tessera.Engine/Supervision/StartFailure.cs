using System.Text.RegularExpressions;

namespace Tessera.Engine.Supervision;

/// <summary>Turns what a failed start left behind into one sentence.</summary>
/// <param name="Sentence">What happened, where, and what to do.</param>
/// <param name="DirectoryInUse">Whether another process has the directory, which may pass.</param>
internal sealed partial record StartFailure(string Sentence, bool DirectoryInUse)
{
    /// <summary>Reads the report, if there was one, and the last lines of standard error.</summary>
    public static StartFailure Read(string directory, string? report, IReadOnlyCollection<string> errorLines, int? exitCode)
    {
        if (!string.IsNullOrEmpty(report))
        {
            return new StartFailure(report, false);
        }

        var errors = string.Join('\n', errorLines);
        if (errors.Contains("Cannot lock file", StringComparison.Ordinal))
        {
            return new StartFailure($"The directory {directory} is in use by another engine; stop that one, or choose another directory with --data.", true);
        }

        if (errors.Contains("No space left on device", StringComparison.Ordinal))
        {
            return new StartFailure($"The disk that holds {directory} is full; free some space and start again.", false);
        }

        if (errors.Contains("Suspiciously many", StringComparison.Ordinal))
        {
            return new StartFailure($"Too much of the data in {directory} is damaged for the engine to open it; restore it from a backup.", false);
        }

        if (Message().Match(errors) is { Success: true } match)
        {
            return new StartFailure($"The engine refused to open {directory}: {match.Groups["text"].Value.Trim()}", false);
        }

        var how = exitCode switch
        {
            null => "it did not answer in time",
            137 => "it was killed, perhaps for using too much memory",
            _ => $"its process ended with code {exitCode}",
        };
        var last = errorLines.LastOrDefault(line => line.Trim().Length > 0) is { } line ? $" ({line.Trim()})" : "";
        return new StartFailure($"The engine in {directory} did not start: {how}{last}.", false);
    }

    [GeneratedRegex(@"DB::Exception: (?<text>[^\n]{1,500})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Message();
}
