using System.CommandLine;
using System.Text.Json;
using Tessera.Cli.Api;
using Tessera.Cli.Output;

namespace Tessera.Cli.Commands;

/// <summary><c>./tessera segments show KEY</c>.</summary>
internal static class SegmentShowCommand
{
    public static Command Create(ProgramEnvironment environment)
    {
        var connection = new ConnectionOptions();
        var key = new Argument<string>("key") { Description = "The segment's key, such as champions." };
        var command = new Command("show", "Shows one segment: its rule, its size and its value.");
        command.Arguments.Add(key);
        connection.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            await using var server = await connection.ConnectAsync(result, environment, mayCreate: false, cancellationToken);
            await new PastMonths(environment, server).SettleAsync(cancellationToken);
            var answer = await server.Api.GetAsync($"/api/segments/{Uri.EscapeDataString(result.GetRequiredValue(key))}", cancellationToken);
            if (result.GetValue(connection.Json))
            {
                environment.Out.WriteLine(answer.Text);
            }
            else
            {
                Write(environment, answer.Value);
            }

            return ExitCodes.Success;
        });
        return command;
    }

    private static void Write(ProgramEnvironment environment, JsonElement segment)
    {
        environment.Out.WriteLine($"{segment.Text("name")} ({segment.Text("key")}, {segment.Text("kind")})");
        foreach (var member in new[] { "description", "rules", "advice" })
        {
            if (segment.Text(member) is { Length: > 0 } text)
            {
                environment.Out.WriteLine(text);
            }
        }

        environment.Out.WriteLine();
        var table = new TextTable("Measure", ">Value");
        table.AddRow("Customers", Figures.Count(segment.Number("size")));
        table.AddRow("Share of customers", Figures.Share(segment.Number("share")));
        table.AddRow("Revenue", Figures.Money(segment.Number("revenue")));
        table.AddRow("Share of revenue", Figures.Share(segment.Number("revenueShare")));
        table.AddRow("Average value", Figures.Money(segment.Number("averageValue")));
        table.AddRow("Average days since last order", Figures.Decimal(segment.Number("averageRecencyDays")));
        table.AddRow("Average number of orders", Figures.Decimal(segment.Number("averageFrequency")));
        table.AddRow("Change of size in a month", Figures.Change(segment.Number("sizeChange")));
        table.Write(environment);
    }
}
