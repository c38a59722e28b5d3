using System.CommandLine;
using System.Text.Json;
using Tessera.Cli.Api;
using Tessera.Cli.Doctor;

namespace Tessera.Cli.Commands;

/// <summary><c>./tessera doctor</c>: checks the installation and says what to do.</summary>
internal static class DoctorCommand
{
    public static Command Create(ProgramEnvironment environment)
    {
        var data = new Option<string?>("--data") { Description = "The data directory to check. Default: TESSERA_DATA, the one whose server runs, or ./data beside ./tessera.", HelpName = "DIR" };
        var json = new Option<bool>("--json") { Description = "Print the findings as JSON." };
        var command = new Command("doctor", "Checks the installation and says what to do.");
        command.Options.Add(data);
        command.Options.Add(json);
        command.SetAction(async (result, cancellationToken) =>
        {
            var directory = new ServerLocator(environment).DirectoryMeant(result.GetValue(data));
            var findings = await new Checkup(environment, directory).RunAsync(cancellationToken);
            if (result.GetValue(json))
            {
                WriteJson(environment, findings);
            }
            else
            {
                Write(environment, findings);
            }

            var bad = findings.Count(finding => finding.Verdict == Verdict.Bad);
            return bad == 0 ? ExitCodes.Success : throw new CommandFailure($"{bad} of {findings.Count} checks found something that keeps Tessera from running.");
        });
        return command;
    }

    private static void Write(ProgramEnvironment environment, IReadOnlyList<Finding> findings)
    {
        var width = findings.Max(finding => finding.Check.Length);
        foreach (var finding in findings)
        {
            var sign = finding.Verdict switch { Verdict.Good => "ok  ", Verdict.Warning => "note", _ => "BAD " };
            environment.Out.WriteLine($"{sign}  {finding.Check.PadRight(width)}  {finding.Text}");
        }
    }

    private static void WriteJson(ProgramEnvironment environment, IReadOnlyList<Finding> findings)
    {
        var items = findings.Select(finding => new
        {
            check = finding.Check,
            verdict = finding.Verdict.ToString().ToLowerInvariant(),
            text = finding.Text,
        });
        environment.Out.WriteLine(JsonSerializer.Serialize(new { items }));
    }
}
