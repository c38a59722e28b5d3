using System.CommandLine;
using Tessera.Cli.Api;
using Tessera.Cli.Output;

namespace Tessera.Cli.Commands;

/// <summary><c>./tessera segments flow KEY</c>.</summary>
internal static class SegmentFlowCommand
{
    public static Command Create(ProgramEnvironment environment)
    {
        var connection = new ConnectionOptions();
        var key = new Argument<string>("key") { Description = "The segment's key, such as champions." };
        var from = new Option<string?>("--from") { Description = "The period's beginning: a date or an instant; 30 days before its end when left out.", HelpName = "INSTANT" };
        var to = new Option<string?>("--to") { Description = "Its end; now when left out.", HelpName = "INSTANT" };
        var command = new Command("flow", "Shows who entered and left a segment, where they came from and where they went.") { key, from, to };
        connection.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            await using var server = await connection.ConnectAsync(result, environment, mayCreate: false, cancellationToken);
            await new PastMonths(environment, server).SettleAsync(cancellationToken);
            var query = new QueryText().With("from", result.GetValue(from)).With("to", result.GetValue(to));
            var answer = await server.Api.GetAsync($"/api/segments/{Uri.EscapeDataString(result.GetRequiredValue(key))}/flow{query}", cancellationToken);
            if (result.GetValue(connection.Json))
            {
                environment.Out.WriteLine(answer.Text);
                return ExitCodes.Success;
            }

            var flow = answer.Value;
            environment.Out.WriteLine($"From {flow.Text("from")} to {flow.Text("to")}: {Figures.Count(flow.Number("entered"))} entered, {Figures.Count(flow.Number("left"))} left.");
            foreach (var (apart, why) in (IEnumerable<(string, string)>)[("recalculated", "the definition was counted for the first time or anew"), ("merged", "customers turned out to be one, or not to be")])
            {
                var shift = flow.GetProperty(apart);
                if (shift.Number("entered") > 0 || shift.Number("left") > 0)
                {
                    environment.Out.WriteLine($"Nobody's movement, since {why}: {Figures.Count(shift.Number("entered"))} more, {Figures.Count(shift.Number("left"))} fewer.");
                }
            }

            var table = new TextTable("Segment", ">Came from it", ">Went to it");
            foreach (var part in flow.List("cameFrom").Concat(flow.List("wentTo")).Select(part => part.Text("name")).Distinct(StringComparer.Ordinal))
            {
                table.AddRow(part, Count("cameFrom", part), Count("wentTo", part));
            }

            table.Write(environment);
            return ExitCodes.Success;

            string? Count(string list, string? name) =>
                flow.List(list).Where(part => part.Text("name") == name).Select(part => Figures.Count(part.Number("count"))).FirstOrDefault();
        });
        return command;
    }
}
