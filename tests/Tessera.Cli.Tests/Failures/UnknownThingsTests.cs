using Tessera.Testing;

namespace Tessera.Cli.Tests.Failures;

/// <summary>Keys and names that are nobody's, at the command line.</summary>
public sealed class UnknownThingsTests : IDisposable
{
    private readonly TemporaryDirectory root = new();

    public void Dispose() => root.Dispose();

    [Fact]
    public async Task Commands_NamingNothing_SayWhatIsNotThere()
    {
        await using var server = await RunningServer.StartAsync(root.FullPath, "serve", "--port", "0");
        (string Named, string[] Command)[] commands =
        [
            ("night-owls", ["segments", "show", "night-owls"]),
            ("night-owls", ["segments", "members", "night-owls"]),
            ("night-owls", ["segments", "members", "night-owls", "--csv"]),
            ("nobody", ["segments", "explain", "champions", "nobody"]),
            ("nobody", ["profiles", "show", "user_id:nobody"]),
            ("nowhere", ["segments", "list", "--workspace", "nowhere"]),
            ("nowhere", ["profiles", "search", "--workspace", "nowhere"]),
            ("sideways", ["segments", "members", "champions", "--sort", "sideways"]),
            ("1 to 1000", ["profiles", "search", "--limit", "0"]),
            ("cursor", ["profiles", "search", "--cursor", "stale"]),
        ];
        foreach (var (named, command) in commands)
        {
            var sentence = (await CliProcess.RunAsync(root.FullPath, command)).Sentence();
            sentence.ShouldContain(named, Case.Insensitive, string.Join(' ', command));
            sentence.ShouldNotContain("Exception");
        }

        (await CliProcess.RunAsync(root.FullPath, "segments", "list", "--url", server.Address.OriginalString, "--token", "wrong"))
            .Sentence().ShouldContain("token", Case.Insensitive);
    }
}
