using System.Text.Json;

namespace Tessera.Engine.Hosting;

/// <summary>The one line in which the child tells its parent, on standard output, that it is ready or why it is not.</summary>
/// <param name="Ready">Whether the engine answers on <paramref name="Port"/>.</param>
/// <param name="Port">The port on loopback; 0 when the engine did not start.</param>
/// <param name="Version">The engine's version, such as 26.7.2.1.</param>
/// <param name="Warnings">Sentences an operator should read, such as about data set aside as damaged.</param>
/// <param name="Failure">Why the engine did not start; null when it did.</param>
internal sealed record ChildReport(bool Ready, int Port, string Version, IReadOnlyList<string> Warnings, string? Failure)
{
    private const string Mark = "tessera-engine: ";

    public static ChildReport Failed(string failure) => new(false, 0, "", [], failure);

    /// <summary>The report on this line, or null when the line is something else.</summary>
    public static ChildReport? TryParse(string line) =>
        line.StartsWith(Mark, StringComparison.Ordinal) ? JsonSerializer.Deserialize<ChildReport>(line.AsSpan(Mark.Length)) : null;

    public override string ToString() => Mark + JsonSerializer.Serialize(this);
}
