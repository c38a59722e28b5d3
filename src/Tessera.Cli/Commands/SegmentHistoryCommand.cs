using System.CommandLine;
using System.Globalization;
using Tessera.Cli.Api;
using Tessera.Cli.Output;

namespace Tessera.Cli.Commands;

/// <summary><c>./tessera segments history KEY</c>.</summary>
internal static class SegmentHistoryCommand
{
    public static Command Create(ProgramEnvironment environment)
    {
        var connection = new ConnectionOptions();
        var key = new Argument<string>("key") { Description = "The segment's key, such as champions." };
        var from = new Option<string?>("--from") { Description = "The first date shown.", HelpName = "DATE" };
        var to = new Option<string?>("--to") { Description = "The last date shown.", HelpName = "DATE" };
        var interval = new Option<string?>("--interval") { Description = "day or month; only month is kept for segments of the RFM model.", HelpName = "INTERVAL" };
        var command = new Command("history", "Shows a segment's size over time.") { key, from, to, interval };
        connection.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            await using var server = await connection.ConnectAsync(result, environment, mayCreate: false, cancellationToken);
            await new PastMonths(environment, server).SettleAsync(cancellationToken);
            var query = new QueryText().With("from", result.GetValue(from)).With("to", result.GetValue(to)).With("interval", result.GetValue(interval));
            var answer = await server.Api.GetAsync($"/api/segments/{Uri.EscapeDataString(result.GetRequiredValue(key))}/history{query}", cancellationToken);
            if (result.GetValue(connection.Json))
            {
                environment.Out.WriteLine(answer.Text);
                return ExitCodes.Success;
            }

            // A size of the RFM model is dated by the day before which everything counts.
            var keptSince = answer.Value.Text("keptSince");
            var table = new TextTable("End of", ">Members", ">Value");
            foreach (var point in answer.Items)
            {
                var date = point.Instant("date")?.AddDays(keptSince is null ? -1 : 0);
                table.AddRow(date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Figures.Count(point.Number("size")), point.Text("revenue"));
            }

            table.Write(environment);
            if (keptSince is not null)
            {
                environment.Out.WriteLine($"Membership is kept since {keptSince}; members --at finds who belonged before.");
            }

            return ExitCodes.Success;
        });
        return command;
    }
}
