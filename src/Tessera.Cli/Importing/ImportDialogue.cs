using System.Globalization;
using System.Text.Json;
using Tessera.Cli.Api;
using Tessera.Cli.Output;

namespace Tessera.Cli.Importing;

/// <summary>Imports a file and, when it can be read in more than one way, asks the person at the keyboard or says how to answer.</summary>
internal sealed class ImportDialogue(ProgramEnvironment environment, TesseraApi api)
{
    /// <summary>The import when there is nothing more to wait for or to ask.</summary>
    /// <exception cref="CommandFailure">It failed, or a question is open and nobody is there to answer.</exception>
    public async Task<JsonAnswer> RunAsync(ImportJob job, string prefix, CancellationToken cancellationToken)
    {
        while (true)
        {
            JsonAnswer import;
            using (var line = new ProgressLine(environment))
            {
                import = await new ImportRun(api, environment.Time).RunAsync(job, new ImportReporter(line, prefix), cancellationToken);
            }

            switch (import.Value.Text("state"))
            {
                case "done":
                    return import;
                case "needs-answer":
                    job = job with { Settings = await AnswerAsync(import.Value.List("questions"), job.Settings, cancellationToken) };
                    break;
                default:
                    throw new CommandFailure(import.Value.Text("error") ?? $"Importing {job.File} failed.");
            }
        }
    }

    private async Task<ImportSettings> AnswerAsync(IReadOnlyList<JsonElement> questions, ImportSettings settings, CancellationToken cancellationToken)
    {
        foreach (var question in questions)
        {
            environment.Error.WriteLine(question.Text("text"));
            var answers = question.List("options");
            for (var number = 1; number <= answers.Count; number++)
            {
                environment.Error.WriteLine(Line(question, answers[number - 1], number));
            }

            if (environment.IsInteractive)
            {
                settings = settings.With(question.Text("id")!, await AskAsync(answers, cancellationToken));
            }
        }

        return environment.IsInteractive
            ? settings
            : throw new CommandFailure(
                $"The file leaves open what only you can know and nothing was imported; run the command again with {Example(questions)}.");
    }

    private static string Line(JsonElement question, JsonElement answer, int number) => string.Create(
        CultureInfo.InvariantCulture, $"  {number}. {answer.Text("text")} ({ImportSettings.Argument(question.Text("id")!, answer.Text("value")!)})");

    private static string Example(IReadOnlyList<JsonElement> questions) =>
        string.Join(" and ", questions.Select(question => string.Join(" or ", question.List("options").Take(2)
            .Select(answer => ImportSettings.Argument(question.Text("id")!, answer.Text("value")!)))));

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
