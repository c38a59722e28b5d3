using Spectre.Console;

namespace Tessera.Cli.Output;

/// <summary>Makes Spectre's console of a writer.</summary>
internal static class Terminal
{
    public static IAnsiConsole For(TextWriter writer) => AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
}
