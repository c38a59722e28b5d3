using System.CommandLine;
using System.Diagnostics;

namespace Tessera.Cli.Commands;

/// <summary><c>./tessera bench</c>: runs the benchmarks, which are a program of their own.</summary>
internal static class BenchCommand
{
    public static Command Create(ProgramEnvironment environment)
    {
        var rest = new Argument<string[]>("arguments") { Description = "A benchmark's name, --json; nothing: all.", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("bench", "Runs the benchmarks and writes their ratios.") { TreatUnmatchedTokensAsErrors = false };
        command.Arguments.Add(rest);
        command.SetAction((result, cancellationToken) =>
            RunAsync(environment, [.. result.GetValue(rest) ?? [], .. result.UnmatchedTokens], cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ProgramEnvironment environment, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var program = Path.Combine(environment.Root, "bench", "Tessera.Benchmarks", "bin", "Release", "net10.0", "Tessera.Benchmarks.dll");
        if (!File.Exists(program))
        {
            throw new CommandFailure("The benchmarks have not been built; use \"./tessera bench\" at the root of the repository, which builds them.");
        }

        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath ?? "dotnet", [program, .. arguments]))
            ?? throw new CommandFailure("The benchmarks could not be started.");
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode;
    }
}
