using System.Buffers;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Tessera.Server.Ingestion.Contracts;
using Tessera.Server.Ingestion.Log;

namespace Tessera.Server.Tests;

/// <summary>A program to be killed: appends to an event log from several tasks and prints each id once it was acknowledged.</summary>
internal static class Program
{
    private const int Senders = 8;

    public static async Task<int> Main(string[] arguments)
    {
        if (arguments is not ["append", var file, var round])
        {
            return 2;
        }

        var meters = new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>();
        await using var log = new SqliteEventLog(new EventLogOptions { File = file }, new LogMeter(meters), TimeProvider.System);
        await Task.WhenAll(Enumerable.Range(0, Senders).Select(sender => Task.Run(() => SendAsync(log, round, sender))));
        return 0;
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
