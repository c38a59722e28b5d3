using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Microsoft.Extensions.Logging;
using Tessera.Engine.Hosting;

namespace Tessera.Engine.Supervision;

/// <summary>One run of the child process, from its start to its end.</summary>
internal sealed class EngineProcess : IDisposable
{
    private const int KeptErrorLines = 60;
    private const int GivesWay = 10;

    private readonly Process process;
    private readonly ILogger logger;
    private readonly TaskCompletionSource<ChildReport> report = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Queue<string> errorLines = new();

    private EngineProcess(Process process, ILogger logger)
    {
        this.process = process;
        this.logger = logger;
        Exited = WaitForExitAsync();
    }

    public int Id => process.Id;

    /// <summary>Completes with the exit code when the process has ended and its output is read.</summary>
    public Task<int> Exited { get; }

    /// <summary>Completes when the child has reported, or ended without doing so.</summary>
    public Task<ChildReport> Report => report.Task;

    /// <summary>The last lines of standard error.</summary>
    public IReadOnlyCollection<string> ErrorLines
    {
        get
        {
            lock (errorLines)
            {
                return [.. errorLines];
            }
        }
    }

    /// <summary>Starts the child and hands it the secret over standard input, where no other process can see it.</summary>
    /// <exception cref="EngineStartException">The system refuses to start a process; the message is one sentence.</exception>
    public static EngineProcess Start(string? host, EngineArguments arguments, string secret, ILogger logger)
    {
        var start = new ProcessStartInfo(host ?? DotnetHost())
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Tessera.Engine.dll"));
        foreach (var argument in arguments.Format())
        {
            start.ArgumentList.Add(argument);
        }

        // What a debugger or profiler of the parent is told to do must not happen to the child as well.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        var engine = new EngineProcess(Start(start), logger);
        try
        {
            engine.process.StandardInput.Write(secret + "\n");
            engine.process.StandardInput.Flush();
        }
        catch (IOException)
        {
            // It ended before it read anything; its exit code and what it wrote say why.
        }

        return engine;
    }

    /// <summary>Asks the child to stop and kills it when it takes longer than <paramref name="patience"/>.</summary>
    public async Task StopAsync(TimeSpan patience, TimeProvider time)
    {
        try
        {
            // The end of its input is the child's signal to close everything and leave.
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It is gone already.
        }

        try
        {
            await Exited.WaitAsync(patience, time);
        }
        catch (TimeoutException)
        {
            process.Kill();
            await Exited;
        }
    }

    public void Kill() => process.Kill();

    public void Dispose() => process.Dispose();

    /// <summary>The dotnet that runs this process, also when it was started through a program file of its own.</summary>
    private static string DotnetHost()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var beside = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", name));
        return File.Exists(beside) ? beside : "dotnet";
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return StartGivingWay(start) ?? throw new EngineStartException("The engine's process could not be started.");
        }
        catch (Win32Exception exception)
        {
            // No such program, no memory or no process number left.
            throw new EngineStartException($"The program {start.FileName}, which runs the engine, could not be started: {exception.Message.TrimEnd('.')}.", exception);
        }
    }

    // A process gives way as the thread does that starts it: answers to requests come before what the engine is asked in the background.
    private static Process? StartGivingWay(ProcessStartInfo start)
    {
        Process? started = null;
        Win32Exception? failure = null;
        var thread = new Thread(() =>
        {
            ProcessorShare.GiveWay(GivesWay);
            try
            {
                started = Process.Start(start);
            }
            catch (Win32Exception refused)
            {
                failure = refused;
            }
        });
        thread.Start();
        thread.Join();
        return failure is null ? started : throw failure;
    }

    private async Task<int> WaitForExitAsync()
    {
        await Task.WhenAll(ReadOutputAsync(), ReadErrorsAsync());
        await process.WaitForExitAsync();
        report.TrySetResult(ChildReport.Failed(""));
        return process.ExitCode;
    }

    private async Task ReadOutputAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (ChildReport.TryParse(line) is { } report)
            {
                this.report.TrySetResult(report);
            }
            else
            {
                logger.LogDebug("Engine: {Line}", line);
            }
        }
    }

    private async Task ReadErrorsAsync()
    {
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            logger.LogWarning("Engine: {Line}", line);
            lock (errorLines)
            {
                if (errorLines.Count == KeptErrorLines)
                {
                    errorLines.Dequeue();
                }

                errorLines.Enqueue(line);
            }
        }
    }
}
