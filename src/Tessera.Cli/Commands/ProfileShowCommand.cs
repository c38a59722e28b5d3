using System.CommandLine;
using System.Text.Json;
using Tessera.Cli.Api;
using Tessera.Cli.Output;

namespace Tessera.Cli.Commands;

/// <summary><c>./tessera profiles show CUSTOMER</c>.</summary>
internal static class ProfileShowCommand
{
    public static Command Create(ProgramEnvironment environment)
    {
        var connection = new ConnectionOptions();
        var customer = new Argument<string>("customer") { Description = "A profile's id, or an identifier such as user_id:17850; a bare value is a user_id." };
        var command = new Command("show", "Shows one customer: identifiers, segments, value, and why.");
        command.Arguments.Add(customer);
        connection.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            await using var server = await connection.ConnectAsync(result, environment, mayCreate: false, cancellationToken);
            await new PastMonths(environment, server).SettleAsync(cancellationToken);
            var id = await ProfileLookup.FindIdAsync(server.Api, result.GetRequiredValue(customer), cancellationToken);
            var answer = await server.Api.GetAsync($"/api/profiles/{id}", cancellationToken);
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

    private static void Write(ProgramEnvironment environment, JsonElement profile)
    {
        var currency = profile.Text("value.currency");
        var table = new TextTable("About", "Value");
        table.AddRow("Profile", profile.Text("id"));
        table.AddRow("Name", profile.Text("name"));
        foreach (var identifier in profile.List("identifiers"))
        {
            table.AddRow(identifier.Text("kind"), identifier.Text("value"));
        }

        table.AddRow("First seen", Figures.Day(profile.Instant("firstSeen")));
        table.AddRow("Last seen", Figures.Day(profile.Instant("lastSeen")));
        table.AddRow("Orders", Figures.Count(profile.Number("value.orders")));
        table.AddRow("Revenue", Figures.Money(profile.Number("value.revenue"), currency));
        table.AddRow("Returns", Figures.Money(profile.Number("value.returns"), currency));
        foreach (var segment in profile.List("segments"))
        {
            table.AddRow($"Segment ({segment.Text("kind")})", $"{segment.Text("name")} since {Figures.Day(segment.Instant("since"))}");
        }

        table.Write(environment);
        if (profile.Text("rfm.why") is { } why)
        {
            environment.Out.WriteLine(why);
        }
    }
}
