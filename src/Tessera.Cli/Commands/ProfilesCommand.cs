using System.CommandLine;

namespace Tessera.Cli.Commands;

/// <summary><c>./tessera profiles</c>: customers.</summary>
internal static class ProfilesCommand
{
    public static Command Create(ProgramEnvironment environment) => new("profiles", "Finds customers, shows what is known about one, and erases them.")
    {
        ProfileShowCommand.Create(environment),
        ProfileSearchCommand.Create(environment),
        ProfileEraseCommand.Create(environment),
    };
}
