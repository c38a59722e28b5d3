using System.CommandLine;
using Tessera.Cli.Api;
using Tessera.Cli.Output;

namespace Tessera.Cli.Commands;

/// <summary><c>./tessera segments preview DEFINITION</c>.</summary>
internal static class SegmentPreviewCommand
{
    public static Command Create(ProgramEnvironment environment)
    {
        var connection = new ConnectionOptions();
        var definition = new Argument<string>("definition") { Description = "Who belongs, in the segment language." };
        var at = new Option<string?>("--at") { Description = "The instant asked about, such as 2026-03-01T09:30:00Z; now when left out.", HelpName = "INSTANT" };
        var command = new Command("preview", "Counts who would belong to a definition, and shows some; keeps nothing.") { definition, at };
        connection.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            await using var server = await connection.ConnectAsync(result, environment, mayCreate: false, cancellationToken);
            await CostNotice.WriteAsync(environment, server.Api, result.GetRequiredValue(definition), about: null, cancellationToken);
            var answer = await server.Api.SendJsonAsync(
                HttpMethod.Post, "/api/segments/preview", new { definition = result.GetRequiredValue(definition), at = result.GetValue(at) }, cancellationToken);
            if (result.GetValue(connection.Json))
            {
                environment.Out.WriteLine(answer.Text);
                return ExitCodes.Success;
            }

            var preview = answer.Value;
            foreach (var warning in preview.List("warnings"))
            {
                environment.Error.WriteLine($"{warning.Text("line")}:{warning.Text("column")}: {warning.Text("message")}");
            }

            environment.Out.WriteLine($"{Figures.Count(preview.Number("count"))} of {Figures.Count(preview.Number("total"))} customers, {Figures.Share(preview.Number("share"))}.");
            var table = new TextTable("Profile", "Identifier", "Name", "Country");
            foreach (var member in preview.List("sample"))
            {
                table.AddRow(member.Text("profileId"), member.Text("identifier.value"), member.Text("name"), member.Text("country"));
            }

            table.Write(environment);
            return ExitCodes.Success;
        });
        return command;
    }
}
