using System.Globalization;
using System.Text.Json;
using Tessera.Cli.Api;
using Tessera.Cli.Output;

namespace Tessera.Cli.Importing;

/// <summary>Imports a file and, when it can be read in more than one way, asks the person at the keyboard or says how to answer.</summary>
/// <param name="environment">The surroundings.</param>
/// <param name="api">The server.</param>
/// <param name="endsWithServer">Whether the server ends when this command does.</param>
internal sealed class ImportDialogue(ProgramEnvironment environment, TesseraApi api, bool endsWithServer)
{
    /// <summary>The import when there is nothing more to wait for or to ask.</summary>
    /// <exception cref="CommandFailure">It failed, or was interrupted, or a question is open and nobody is there to answer.</exception>
    public async Task<JsonAnswer> RunAsync(ImportJob job, string prefix, CancellationToken cancellationToken)
    {
        using var line = new ProgressLine(environment);
        var run = new ImportRun(api, environment.Time, new ImportReporter(line, prefix));
        try
        {
            return await RunAsync(run, job, line, cancellationToken);
        }
        catch (CommandFailure failure)
        {
            line.Clear();
            throw new CommandFailure(CommandLineWords.For(failure.Message), failure.ExitCode);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            line.Clear();
            throw new CommandFailure(WhereItStands(run, job));
        }
    }

    private async Task<JsonAnswer> RunAsync(ImportRun run, ImportJob job, ProgressLine line, CancellationToken cancellationToken)
    {
        var import = await run.StartAsync(job, cancellationToken);
        while (import.Value.Text("state") == "needs-answer")
        {
            line.Clear();
            import = await run.AnswerAsync(import, await AnswersAsync(import.Value.List("questions"), cancellationToken), cancellationToken);
        }

        return import.Value.Text("state") == "done"
            ? import
            : throw new CommandFailure(import.Value.Text("error") ?? $"Importing {job.File} failed.");
    }

    private string WhereItStands(ImportRun run, ImportJob job)
    {
        var name = Path.GetFileName(job.File);
        return run.Id is null ? $"Interrupted while {name} was being sent: run this command again to import it."
            : endsWithServer ? $"Interrupted: the import of {name} is kept, and goes on when this command runs again or ./tessera serve runs on the same data; no row is doubled."
            : $"Interrupted, but the import of {name} goes on in the server: see it on the page Imports at {api.Address} or at /api/imports/{run.Id}, or run this command again to wait for it; no row is doubled.";
    }

    private async Task<IReadOnlyDictionary<string, string>> AnswersAsync(IReadOnlyList<JsonElement> questions, CancellationToken cancellationToken)
    {
        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var question in questions)
        {
            environment.Error.WriteLine(CommandLineWords.For(question.Text("text") ?? ""));
            var choices = question.List("options");
            for (var number = 1; number <= choices.Count; number++)
            {
                environment.Error.WriteLine(Line(question, choices[number - 1], number));
            }

            if (environment.IsInteractive)
            {
                answers[question.Text("id")!] = await AskAsync(choices, cancellationToken);
            }
        }

        return environment.IsInteractive
            ? answers
            : throw new CommandFailure(
                $"The file leaves open what only you can know and nothing was imported; run the command again with {Example(questions)}.");
    }

    private static string Line(JsonElement question, JsonElement answer, int number) => string.Create(
        CultureInfo.InvariantCulture, $"  {number}. {answer.Text("text")} ({ImportArgument.For(question.Text("id")!, answer.Text("value")!)})");

    private static string Example(IReadOnlyList<JsonElement> questions) =>
        string.Join(" and ", questions.Select(question => string.Join(" or ", question.List("options").Take(2)
            .Select(answer => ImportArgument.For(question.Text("id")!, answer.Text("value")!)))));

    private async Task<string> AskAsync(IReadOnlyList<JsonElement> answers, CancellationToken cancellationToken)
    {
        while (true)
        {
            await environment.Error.WriteAsync($"Which one? (1 to {answers.Count}) ".AsMemory(), cancellationToken);
            var text = await environment.In.ReadLineAsync(cancellationToken)
                ?? throw new CommandFailure("Nothing was imported: the question was not answered.");
            if (int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= answers.Count)
            {
                return answers[number - 1].Text("value")!;
            }
        }
    }
}
