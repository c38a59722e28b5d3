using System.CommandLine;

namespace Tessera.Cli.Commands;

/// <summary><c>./tessera test</c> is run by the script before this program exists; here it is only listed in the help.</summary>
internal static class TestCommand
{
    public static Command Create()
    {
        var command = new Command("test", "Runs every test there is: .NET, web, browser (--quick leaves out the browser).");
        command.Options.Add(new Option<bool>("--quick") { Description = "Leave out the browser." });
        command.SetAction(int (_) => throw new CommandFailure("Tests are run by the script: use \"./tessera test\" at the root of the repository."));
        return command;
    }
}
