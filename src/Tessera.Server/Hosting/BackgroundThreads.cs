using Tessera.Engine;

namespace Tessera.Server.Hosting;

/// <summary>Threads of their own for work that no request waits for: requests find the thread pool free, and may get the processors first.</summary>
/// <remarks>
/// What is run here comes back here after each await that does not say otherwise. Once disposed, what is left of it goes on in the thread pool. Safe for many threads.
/// </remarks>
internal sealed class BackgroundThreads : TaskScheduler, IDisposable
{
    [ThreadStatic]
    private static BackgroundThreads? current;

    private readonly Lock gate = new();
    private readonly SemaphoreSlim waiting = new(0);
    private readonly Queue<Task> queue = new();
    private readonly int count;
    private bool isClosed;

    /// <param name="name">Their name, as tools show it.</param>
    /// <param name="count">How many; as many pieces of work run at once.</param>
    /// <param name="giveWay">By how many steps they let others go first; 0 for not at all.</param>
    public BackgroundThreads(string name, int count, int giveWay)
    {
        this.count = count;
        for (var number = 0; number < count; number++)
        {
            new Thread(() => Work(giveWay)) { IsBackground = true, Name = name }.Start();
        }
    }

    public override int MaximumConcurrencyLevel => count;

    /// <summary>Runs work here; the task is over when the work is.</summary>
    public Task RunAsync(Func<Task> work) => Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, this).Unwrap();

    /// <summary>The threads end once nothing is queued.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            isClosed = true;
        }

        waiting.Release(count);
    }

    protected override IEnumerable<Task> GetScheduledTasks()
    {
        lock (gate)
        {
            return [.. queue];
        }
    }

    protected override void QueueTask(Task task)
    {
        lock (gate)
        {
            if (!isClosed)
            {
                queue.Enqueue(task);
                waiting.Release();
                return;
            }
        }

        ThreadPool.UnsafeQueueUserWorkItem(static work => work.Threads.TryExecuteTask(work.Task), (Threads: this, Task: task), preferLocal: false);
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => current == this && TryExecuteTask(task);

    private void Work(int giveWay)
    {
        if (giveWay > 0)
        {
            ProcessorShare.GiveWay(giveWay);
        }

        current = this;
        while (true)
        {
            waiting.Wait();
            Task? task;
            lock (gate)
            {
                if (!queue.TryDequeue(out task) && isClosed)
                {
                    return;
                }
            }

            if (task is not null)
            {
                TryExecuteTask(task);
            }
        }
    }
}
