using System.Diagnostics;
using Tessera.Testing;

namespace Tessera.Engine.Tests.Native;

public sealed class SignalHandlersTests
{
    /// <summary>In a process of its own: when the handlers are not the runtime's any more, it dies.</summary>
    [Fact]
    public async Task Connect_InAProcess_LeavesTheRuntimeItsExceptions()
    {
        using var directory = new TemporaryDirectory();
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in (string[])[
            "exec", typeof(SignalHandlersTests).Assembly.Location, "signals", directory.Combine("engine"), await EngineLibrary.EnsureAsync()])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        process.ExitCode.ShouldBe(0, await errors);
        output.ShouldBe("42\nNullReferenceException\nDivideByZeroException\nNullReferenceException\n42\n");
    }
}
