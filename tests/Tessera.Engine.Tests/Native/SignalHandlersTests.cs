using System.Diagnostics;
using Tessera.Testing;

namespace Tessera.Engine.Tests.Native;

public sealed class SignalHandlersTests
{
    /// <summary>In a process of its own: when the handlers are not the runtime's any more, it dies.</summary>
    [Fact]
    public async Task Connect_InAProcess_LeavesTheRuntimeItsExceptions()
    {
        using TemporaryDirectory directory = new();
        ProcessStartInfo start = new(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (string argument in (string[])[
            "exec", typeof(SignalHandlersTests).Assembly.Location, "signals", directory.Combine("engine"), await EngineLibrary.EnsureAsync()])
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        process.ExitCode.ShouldBe(0, await errors);
        output.ShouldBe("42\nNullReferenceException\nDivideByZeroException\nNullReferenceException\n42\n");
    }
}
