using System.Buffers;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Tessera.Server.Hosting;
using Tessera.Server.Ingestion.Contracts;
using Tessera.Server.Ingestion.Log;

namespace Tessera.Server.Tests;

/// <summary>
/// A program to be killed: appends to an event log from several tasks and prints each id once it was acknowledged, or runs a
/// server and prints where it answers.
/// </summary>
internal static class Program
{
    private const int Senders = 8;

    public static async Task<int> Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["append", var file, var round]:
                await AppendAsync(file, round);
                return 0;
            case ["serve", var directory]:
                await ServeAsync(directory);
                return 0;
            default:
                return 2;
        }
    }

    private static async Task ServeAsync(string directory)
    {
        await using var server = await TesseraServer.CreateAsync(new TesseraServerOptions
        {
            DataDirectory = directory, Urls = [new Uri("http://127.0.0.1:0")], EngineMemoryBytes = 1L << 30, AllowPrivateWebhooks = true,
        });
        await server.StartAsync();
        Console.WriteLine(server.Address);
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System);
    }

    private static async Task AppendAsync(string file, string round)
    {
        var meters = new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>();
        await using var log = new SqliteEventLog(new EventLogOptions { File = file }, new LogMeter(meters), TimeProvider.System);
        await Task.WhenAll(Enumerable.Range(0, Senders).Select(sender => Task.Run(() => SendAsync(log, round, sender))));
    }

    private static async Task SendAsync(SqliteEventLog log, string round, int sender)
    {
        for (var number = 0; ; number++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{round}-{sender}-{number}");
            using var batch = new LogBatch();
            batch.Write(Encoding.UTF8.GetBytes(id));
            batch.Complete((ulong)sender);
            await log.AppendAsync(batch);
            Console.WriteLine(id);
        }
    }
}
