using System.CommandLine;
using Tessera.Server.Hosting;

namespace Tessera.Cli.Commands;

/// <summary><c>./tessera openapi</c>, for the build: the API's description, from which the web app's types are generated.</summary>
internal static class OpenApiCommand
{
    public static Command Create(ProgramEnvironment environment)
    {
        var file = new Option<string>("--out") { Description = "The file to write.", HelpName = "FILE", Required = true };
        var command = new Command("openapi", "Writes the OpenAPI document of the server.") { Hidden = true };
        command.Options.Add(file);
        command.SetAction(async (result, cancellationToken) =>
        {
            using var document = new MemoryStream();
            await TesseraServer.WriteOpenApiAsync(document, cancellationToken);
            document.WriteByte((byte)'\n');
            await File.WriteAllBytesAsync(environment.Absolute(result.GetRequiredValue(file)), document.ToArray(), cancellationToken);
            return ExitCodes.Success;
        });
        return command;
    }
}
