using System.Text.Json;
using Tessera.Cli.Output;

namespace Tessera.Cli.Api;

/// <summary>Says of a definition that keeps the engine busy for long what it takes, before it is asked about.</summary>
internal static class CostNotice
{
    private const string Costly = "high";

    /// <summary>Writes a line to standard error where a definition's cost is high; nothing otherwise, also where it is refused, which whoever runs it says.</summary>
    /// <param name="environment">Where to write.</param>
    /// <param name="api">The server.</param>
    /// <param name="definition">The definition.</param>
    /// <param name="about">What stands before the sentence, such as a file's name; null for nothing.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task WriteAsync(ProgramEnvironment environment, TesseraApi api, string definition, string? about, CancellationToken cancellationToken)
    {
        try
        {
            var parsed = await api.SendJsonAsync(HttpMethod.Post, "/api/segments/parse", new { definition }, cancellationToken);
            if (Sentence(parsed.Value) is { } sentence)
            {
                environment.Error.WriteLine(about is null ? sentence : $"{about}: {sentence}");
            }
        }
        catch (CommandFailure)
        {
            // The command itself is refused, and with all reasons.
        }
    }

    /// <summary>What a definition takes that was read; null where that is not much.</summary>
    public static string? Sentence(JsonElement parsed) => parsed.Text("cost.level") == Costly ? parsed.Text("cost.sentence") : null;
}
