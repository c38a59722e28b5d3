using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Tessera.Engine.Execution;
using Tessera.Engine.Native;

namespace Tessera.Engine.Hosting;

/// <summary>The life of the child process: connect, serve, and close everything properly.</summary>
internal static class EngineProgram
{
    private const int Refused = 1;
    private const int WrongUsage = 2;

    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync(string[] commandLine)
    {
        EngineArguments arguments;
        try
        {
            arguments = EngineArguments.Parse(commandLine);
        }
        catch (FormatException exception)
        {
            await Console.Error.WriteLineAsync("Tessera.Engine is started by the server. " + exception.Message);
            return WrongUsage;
        }

        var input = Console.OpenStandardInput();
        var secret = ReadLine(input);
        using var stop = new CancellationTokenSource();
        using var terminate = StopOn(PosixSignal.SIGTERM, stop);

        // The keyboard's interrupt and quit and the end of the terminal reach parent and child alike; the parent decides, and closes our input when it leaves.
        using var interrupt = Ignore(PosixSignal.SIGINT);
        using var quit = Ignore(PosixSignal.SIGQUIT);
        using var hangUp = Ignore(PosixSignal.SIGHUP);
        ParentWatch.Start(input, stop.Cancel);
        if (Open(arguments) is not { } pool)
        {
            return Refused;
        }

        await using (pool)
        {
            var version = (await pool.AskAsync("SELECT version()")).Trim();
            var warnings = await WarningsAsync(pool);
            var (application, port) = await EngineHost.StartAsync(arguments, pool, secret, version);
            Trim(arguments.Library);
            Console.WriteLine(new ChildReport(true, port, version, warnings, null));
            var memory = new IdleMemory(
                application.Services.GetRequiredService<RunningQueries>(), application.Services.GetRequiredService<QueryLog>(), () => Trim(arguments.Library));
            await memory.WatchAsync(TimeProvider.System, stop.Token);
            await using (application)
            {
                application.Services.GetRequiredService<RunningQueries>().CancelAll();
                using var hurry = new CancellationTokenSource(StopPatience, TimeProvider.System);
                await application.StopAsync(hurry.Token);
            }
        }

        return 0;
    }

    private static void Trim(string library)
    {
        LibraryPages.Drop(library);
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
    }

    private static ConnectionPool? Open(EngineArguments arguments)
    {
        try
        {
            Directory.CreateDirectory(arguments.Path);
            Chdb.Load(arguments.Library);
            var configuration = ConfigurationFiles.Write(arguments);
            var pool = ConnectionPool.Open(
                ["tessera", "--path=" + arguments.Path, "--config-file=" + configuration, "--implicit_select=0", "--allow_introspection_functions=0"],
                arguments.Connections,
                TimeSpan.FromSeconds(arguments.QueueTimeoutSeconds),
                TimeProvider.System);
            if (pool is null)
            {
                // The library has said why on standard error, where the parent reads it.
                Console.WriteLine(ChildReport.Failed(""));
            }

            return pool;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Console.WriteLine(ChildReport.Failed($"The engine's directory {arguments.Path} cannot be used: {exception.Message}"));
        }
        catch (Exception exception) when (exception is DllNotFoundException or BadImageFormatException)
        {
            // The last line is the loader's own reason; those before it are advice for programmers.
            var reason = exception.Message.Trim().Split('\n')[^1].Trim().TrimEnd('.');
            Console.WriteLine(ChildReport.Failed(
                $"The engine's library {arguments.Library} cannot be loaded: {reason}; remove the file so that it is fetched again, or correct TESSERA_ENGINE_LIBRARY."));
        }

        return null;
    }

    private static async Task<IReadOnlyList<string>> WarningsAsync(ConnectionPool pool)
    {
        var detached = int.Parse(await pool.AskAsync("SELECT count() FROM system.detached_parts"), CultureInfo.InvariantCulture);
        return detached == 0
            ? []
            : [string.Create(CultureInfo.InvariantCulture, $"{detached} damaged data parts were set aside in 'detached' directories; rows in them are missing from results. See SELECT * FROM system.detached_parts.")];
    }

    private static PosixSignalRegistration StopOn(PosixSignal signal, CancellationTokenSource stop) => PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        stop.Cancel();
    });

    private static PosixSignalRegistration Ignore(PosixSignal signal) => PosixSignalRegistration.Create(signal, context => context.Cancel = true);

    /// <summary>Reads up to the first line break and no further, so that the end of the stream can still be awaited.</summary>
    private static string ReadLine(Stream input)
    {
        List<byte> line = [];
        for (var next = input.ReadByte(); next is not (-1 or '\n'); next = input.ReadByte())
        {
            line.Add((byte)next);
        }

        return Encoding.UTF8.GetString([.. line]);
    }
}
