using System.CommandLine;
using System.Text.Json;
using Tessera.Cli.Api;
using Tessera.Cli.Output;

namespace Tessera.Cli.Commands;

/// <summary><c>./tessera profiles erase CUSTOMER</c>.</summary>
internal static class ProfileEraseCommand
{
    private static readonly TimeSpan BetweenQuestions = TimeSpan.FromSeconds(1);

    public static Command Create(ProgramEnvironment environment)
    {
        var connection = new ConnectionOptions();
        var customer = new Argument<string>("customer") { Description = "A profile's id, or an identifier such as email:ada@example.com; a bare value is a user_id." };
        var yes = new Option<bool>("--yes") { Description = "Do it; without it, only what would be erased is shown." };
        var command = new Command("erase", "Erases a customer for good, after showing what would be: everything everywhere but in backups.") { customer, yes };
        connection.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            await using var server = await connection.ConnectAsync(result, environment, mayCreate: false, cancellationToken);
            var id = await ProfileLookup.FindIdAsync(server.Api, result.GetRequiredValue(customer), cancellationToken);
            var isJson = result.GetValue(connection.Json);
            if (!result.GetValue(yes))
            {
                var profile = await server.Api.GetAsync($"/api/profiles/{id}", cancellationToken);
                environment.Out.WriteLine(isJson ? profile.Text : Plan(profile.Value));
                environment.Error.WriteLine("Nothing was erased; add --yes to erase all of this. It cannot be undone.");
                return ExitCodes.Success;
            }

            var asked = await server.Api.SendAsync(HttpMethod.Delete, $"/api/profiles/{id}", content: null, cancellationToken);
            var erasure = await FinishedAsync(environment, server.Api, asked.Value.Text("id")!, cancellationToken);
            environment.Out.WriteLine(isJson ? erasure.Text : Outcome(erasure.Value));
            return ExitCodes.Success;
        });
        return command;
    }

    private static string Plan(JsonElement profile) => string.Join(
        '\n',
        profile.List("identifiers").Select(identifier => $"{identifier.Text("kind")}: {identifier.Text("value")}")
            .Prepend($"Profile {profile.Text("id")}, seen from {Figures.Day(profile.Instant("firstSeen"))} to {Figures.Day(profile.Instant("lastSeen"))}")
            .Append($"{Figures.Count(profile.Number("value.orders"))} orders, {Figures.Count(profile.Number("computed.sessions"))} sessions"));

    private static string Outcome(JsonElement erasure) => string.Join(
        '\n',
        erasure.List("backups").Select(backup => $"Still in the backup {backup.Text("directory")} of {Figures.Day(backup.Instant("madeAt"))}: delete it, or erase again after restoring it.")
            .Prepend($"Erased; the erasure's id is {erasure.Text("id")}."));

    private static async Task<JsonAnswer> FinishedAsync(ProgramEnvironment environment, TesseraApi api, string id, CancellationToken cancellationToken)
    {
        string? told = null;
        while (true)
        {
            var erasure = await api.GetAsync($"/api/erasures/{id}", cancellationToken);
            if (erasure.Value.Text("state") == "finished")
            {
                return erasure;
            }

            if (erasure.Value.Text("problem") is { } problem && problem != told)
            {
                environment.Error.WriteLine(told = problem);
            }

            await Task.Delay(BetweenQuestions, environment.Time, cancellationToken);
        }
    }
}
