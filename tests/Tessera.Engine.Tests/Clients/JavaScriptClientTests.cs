using System.Diagnostics;
using Tessera.Testing;

namespace Tessera.Engine.Tests.Clients;

/// <summary>The official client for JavaScript, whose tests stand in tests/clients/javascript, run by Node.js.</summary>
[Collection(SharedEngine.Name)]
public sealed class JavaScriptClientTests(EngineFixture engine)
{
    [Fact]
    public async Task OfficialClient_AgainstTheEngine_PassesItsTests()
    {
        var directory = Path.Combine(RepositoryRoot.Path, "tests", "clients", "javascript");
        if (!Directory.Exists(Path.Combine(directory, "node_modules")))
        {
            var (installed, installation) = await RunAsync("npm", directory, "ci", "--no-audit", "--no-fund");
            installed.ShouldBe(0, installation);
        }

        var (code, output) = await RunAsync("node", directory, "--test", "--test-timeout=120000", "--test-reporter=spec");

        code.ShouldBe(0, output);
        output.ShouldNotContain("ℹ pass 0");
    }

    private async Task<(int Code, string Output)> RunAsync(string program, string directory, params string[] arguments)
    {
        var address = new UriBuilder(engine.Endpoint.BaseAddress) { UserName = engine.Endpoint.User, Password = Uri.EscapeDataString(engine.Endpoint.Password) };
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["TESSERA_CLICKHOUSE_URL"] = address.Uri.AbsoluteUri;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await errors);
    }
}
