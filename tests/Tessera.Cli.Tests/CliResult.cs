using System.Text.Json;

namespace Tessera.Cli.Tests;

/// <summary>How a run of the program ended.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Error">What it wrote to standard error.</param>
public sealed record CliResult(int ExitCode, string Output, string Error)
{
    /// <summary>Standard output as JSON, after the run was checked to have succeeded.</summary>
    public JsonElement Json()
    {
        ExitCode.ShouldBe(0, Error);
        using var document = JsonDocument.Parse(Output);
        return document.RootElement.Clone();
    }

    /// <summary>The one sentence of a failed run, after exit code and form were checked; progress may stand before it.</summary>
    public string Sentence(int exitCode = 1)
    {
        ExitCode.ShouldBe(exitCode, Output + Error);
        Output.ShouldBeEmpty();
        var line = Error.TrimEnd().Split('\n')[^1];
        line.ShouldStartWith("tessera: ");
        line.ShouldNotContain("   at ");
        line.ShouldEndWith(".");
        return line["tessera: ".Length..];
    }
}
