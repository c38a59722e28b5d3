namespace Tessera.Cli;

/// <summary>Ends a command with one clear sentence.</summary>
internal sealed class CommandFailure(string sentence, int exitCode = ExitCodes.Failure) : Exception(sentence)
{
    public int ExitCode { get; } = exitCode;
}
