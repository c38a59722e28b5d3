using System.Globalization;
using Tessera.Server.Hosting;

namespace Tessera.Server.Tests.Hosting;

/// <summary>Work that no request waits for has threads of its own, which let others go first.</summary>
public sealed class BackgroundThreadsTests
{
    [Fact]
    public async Task Run_AfterAnAwait_GoesOnOnThreadsOfItsOwn()
    {
        using var threads = new BackgroundThreads("test work", 2, giveWay: 1);
        var bell = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        List<string?> names = [];
        var work = threads.RunAsync(async () =>
        {
            names.Add(Thread.CurrentThread.Name);
            await bell.Task;
            names.Add(Thread.CurrentThread.Name);
        });
        bell.SetResult();
        await work;
        names.ShouldBe(["test work", "test work"]);
    }

    [Fact]
    public async Task Run_MoreThanThereAreThreads_IsDoneAll()
    {
        using var threads = new BackgroundThreads("test work", 2, giveWay: 1);
        var done = 0;
        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => threads.RunAsync(async () =>
        {
            await Task.Yield();
            Interlocked.Increment(ref done);
        })));
        done.ShouldBe(100);
    }

    [Fact]
    public async Task Dispose_BeforeTheWorkIsDone_LetsItGoOnElsewhere()
    {
        var threads = new BackgroundThreads("test work", 1, giveWay: 1);
        var (begun, bell) = (new TaskCompletionSource(), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        var work = threads.RunAsync(async () =>
        {
            begun.SetResult();
            await bell.Task;
        });
        await begun.Task;
        threads.Dispose();
        bell.SetResult();
        await work;
        work.IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Fact]
    public async Task Run_OnLinux_LetsOthersGoFirst()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var here = Niceness();
        using var threads = new BackgroundThreads("test work", 1, giveWay: 3);
        var there = 0;
        await threads.RunAsync(() =>
        {
            there = Niceness();
            return Task.CompletedTask;
        });
        there.ShouldBe(Math.Min(here + 3, 19));
    }

    // The nineteenth field of the thread's own line; the second one is its name, in brackets.
    private static int Niceness()
    {
        var line = File.ReadAllText("/proc/thread-self/stat");
        return int.Parse(line[(line.LastIndexOf(')') + 2)..].Split(' ')[16], CultureInfo.InvariantCulture);
    }
}
