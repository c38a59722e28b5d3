using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Tessera.Cli.Commands;

namespace Tessera.Cli;

/// <summary>The whole command line: reads it, runs what it names, and turns every failure into one sentence and an exit code.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, ProgramEnvironment environment)
    {
        var parsed = Root(environment).Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            var path = string.Join(' ', Path(parsed.CommandResult));
            Say(environment, $"{Meant(parsed, path) ?? OneLine(WithoutTypeName(parsed.Errors[0].Message))} See \"{path} --help\".");
            return ExitCodes.WrongUsage;
        }

        using var interruption = new Interruption();
        try
        {
            // The signals are ours (Interruption), and so are the exceptions: no stack trace reaches the terminal.
            var invocation = new InvocationConfiguration
            {
                Output = environment.Out,
                Error = environment.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            };
            return await parsed.InvokeAsync(invocation, interruption.Token);
        }
        catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
        {
            Say(environment, "Interrupted.");
            return ExitCodes.Failure;
        }
        catch (CommandFailure failure)
        {
            Say(environment, failure.Message);
            return failure.ExitCode;
        }
        catch (Exception exception)
        {
            Say(environment, FailureSentence.For(exception));
            if (environment.NonEmpty("TESSERA_DEBUG") is not null)
            {
                environment.Error.WriteLine(exception);
            }

            return ExitCodes.Failure;
        }
    }

    /// <summary>Every command there is.</summary>
    public static Command Root(ProgramEnvironment environment) => new("./tessera", "Tessera turns what customers do into living segments.")
    {
        new HelpOption(),
        new VersionOption(),
        DemoCommand.Create(environment),
        ServeCommand.Create(environment),
        ImportCommand.Create(environment),
        SegmentsCommand.Create(environment),
        ProfilesCommand.Create(environment),
        WorkspacesCommand.Create(environment),
        SourcesCommand.Create(environment),
        BackupCommand.Create(environment),
        RestoreCommand.Create(environment),
        LinkCommand.Create(environment),
        LearnCommand.Create(environment),
        SimulateCommand.Create(environment),
        DoctorCommand.Create(environment),
        BenchCommand.Create(environment),
        TestCommand.Create(),
        OpenApiCommand.Create(environment),
    };

    /// <summary>Where a word stands that is nearly the name of a command or an option there: the sentence that asks whether that was meant.</summary>
    private static string? Meant(ParseResult parsed, string path)
    {
        if (parsed.UnmatchedTokens is not [var word, ..])
        {
            return null;
        }

        var command = parsed.CommandResult.Command;
        var names = word.StartsWith('-') ? command.Options.SelectMany(option => option.Aliases.Append(option.Name)) : command.Subcommands.Select(child => child.Name);
        return Spelling.Nearest(word, names) is { } meant ? $"There is no \"{path} {word}\"; did you mean \"{path} {meant}\"?" : null;
    }

    private static void Say(ProgramEnvironment environment, string sentence) => environment.Error.WriteLine($"tessera: {sentence}");

    // "Cannot parse argument 'x' for option '--port' as expected type 'System.Nullable`1[System.Int32]'": the type helps nobody.
    private static string WithoutTypeName(string message) =>
        message.IndexOf(" as expected type ", StringComparison.Ordinal) is > 0 and var end ? message[..end] + "." : message;

    // A list of what is allowed comes one a line.
    private static string OneLine(string message) =>
        message.Contains('\n', StringComparison.Ordinal) ? string.Join(' ', message.Split((char[])['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries)) + "." : message;

    private static List<string> Path(CommandResult command)
    {
        var names = new List<string>();
        for (SymbolResult? result = command; result is CommandResult named; result = result.Parent)
        {
            names.Insert(0, named.Command.Name);
        }

        return names;
    }
}
