using System.CommandLine;
using Tessera.Cli.Api;
using Tessera.Cli.Output;

namespace Tessera.Cli.Commands;

/// <summary><c>./tessera segments list</c>.</summary>
internal static class SegmentListCommand
{
    public static Command Create(ProgramEnvironment environment)
    {
        var connection = new ConnectionOptions();
        var kind = new Option<string?>("--kind") { Description = "Only segments of this kind, such as rfm.", HelpName = "KIND" };
        var command = new Command("list", "Lists the segments with size and value.");
        command.Options.Add(kind);
        connection.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            await using var server = await connection.ConnectAsync(result, environment, mayCreate: false, cancellationToken);
            await new PastMonths(environment, server).SettleAsync(cancellationToken);
            var kindOnly = result.GetValue(kind);
            var query = kindOnly is null ? "" : $"?kind={Uri.EscapeDataString(kindOnly)}";
            var answer = await server.Api.GetAsync($"/api/segments{query}", cancellationToken);
            if (result.GetValue(connection.Json))
            {
                environment.Out.WriteLine(answer.Text);
                return ExitCodes.Success;
            }

            if (answer.Items.All(segment => segment.Count("size") == 0))
            {
                environment.Error.WriteLine(kindOnly is null
                    ? "Nobody is in a segment yet: import orders with ./tessera import orders FILE, or look around in ./tessera demo."
                    : $"Nobody is in a segment of kind {kindOnly} yet: import orders with ./tessera import orders FILE.");
                return ExitCodes.Success;
            }

            var table = new TextTable("Key", "Name", "Kind", ">Customers", ">Share", ">Revenue", ">Of revenue", ">Average value", ">Change");
            foreach (var segment in answer.Items)
            {
                table.AddRow(
                    segment.Text("key"),
                    segment.Text("name"),
                    segment.Text("kind"),
                    Figures.Count(segment.Number("size")),
                    Figures.Share(segment.Number("share")),
                    Figures.Money(segment.Number("revenue")),
                    Figures.Share(segment.Number("revenueShare")),
                    Figures.Money(segment.Number("averageValue")),
                    Figures.Change(segment.Number("sizeChange")));
            }

            table.Write(environment);
            return ExitCodes.Success;
        });
        return command;
    }
}
