using Microsoft.Extensions.Logging.Abstractions;

namespace Tessera.Engine.Tests;

/// <summary>
/// A parent to be killed: supervises an engine in the given directory, prints the child's process number and waits.
/// </summary>
internal static class Program
{
    public static async Task<int> Main(string[] arguments)
    {
        if (arguments is not ["supervise", string directory])
        {
            return 2;
        }

        EngineSupervisor supervisor = new(
            new EngineOptions { DataDirectory = directory, Connections = 2 }, TimeProvider.System, NullLogger<EngineSupervisor>.Instance);
        await supervisor.StartAsync(CancellationToken.None);
        Console.WriteLine(supervisor.State.ProcessId);
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System);
        return 0;
    }
}
