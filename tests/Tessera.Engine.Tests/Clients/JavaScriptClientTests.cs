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
        string directory = Path.Combine(RepositoryRoot.Path, "tests", "clients", "javascript");
        if (!Directory.Exists(Path.Combine(directory, "node_modules")))
        {
            (int installed, string installation) = await RunAsync("npm", directory, "ci", "--no-audit", "--no-fund");
            installed.ShouldBe(0, installation);
        }

        (int code, string output) = await RunAsync("node", directory, "--test", "--test-timeout=120000", "--test-reporter=spec");

        code.ShouldBe(0, output);
        output.ShouldNotContain("ℹ pass 0");
    }

    private async Task<(int Code, string Output)> RunAsync(string program, string directory, params string[] arguments)
    {
        UriBuilder address = new(engine.Endpoint.BaseAddress) { UserName = engine.Endpoint.User, Password = Uri.EscapeDataString(engine.Endpoint.Password) };
        ProcessStartInfo start = new(program, arguments) { WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["TESSERA_CLICKHOUSE_URL"] = address.Uri.AbsoluteUri;
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await errors);
    }
}
