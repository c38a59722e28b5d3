using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging.Abstractions;
using Tessera.Engine.Native;

namespace Tessera.Engine.Tests;

/// <summary>What tests need a process of its own for.</summary>
internal static class Program
{
    public static Task<int> Main(string[] arguments) => arguments switch
    {
        ["supervise", string directory] => SuperviseAsync(directory),
        ["signals", string directory, string library] => Task.FromResult(RaiseWhileConnected(directory, library)),
        _ => Task.FromResult(2),
    };

    /// <summary>A parent to be killed: supervises an engine in the given directory, prints the child's process number and waits.</summary>
    private static async Task<int> SuperviseAsync(string directory)
    {
        var supervisor = new EngineSupervisor(
            new EngineOptions { DataDirectory = directory, Connections = 2 }, TimeProvider.System, NullLogger<EngineSupervisor>.Instance);
        await supervisor.StartAsync(CancellationToken.None);
        Console.WriteLine(supervisor.State.ProcessId);
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System);
        return 0;
    }

    /// <summary>Opens the library in this process and provokes what reaches the runtime as signals: SIGSEGV and SIGFPE.</summary>
    private static int RaiseWhileConnected(string directory, string library)
    {
        Chdb.Load(library);
        using var connection = ChdbConnection.Open(["tessera", "--path=" + directory])!;
        Console.WriteLine(connection.QueryText("SELECT 42").Trim());
        Provoke(() => LengthOf(null));
        Provoke(() => Quotient(1, 0));
        Provoke(() => LengthOf(null));
        Console.WriteLine(connection.QueryText("SELECT 42").Trim());
        return 0;
    }

    private static void Provoke(Func<int> action)
    {
        try
        {
            Console.WriteLine(action());
        }
        catch (Exception exception) when (exception is NullReferenceException or DivideByZeroException)
        {
            Console.WriteLine(exception.GetType().Name);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int LengthOf(string? text) => text!.Length;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Quotient(int dividend, int divisor) => dividend / divisor;
}
