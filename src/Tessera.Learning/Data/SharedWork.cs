using System.Runtime.ExceptionServices;

namespace Tessera.Learning.Data;

/// <summary>Pieces of work that several threads take from one counter until none is left. Used once.</summary>
/// <remarks>
/// Growing a tree divides work some hundred times, in pieces of a tenth of a millisecond: <c>Parallel.For</c> takes 1.6 kB and several
/// microseconds for each. The caller takes pieces itself, so that it never waits for a thread that has not begun.
/// </remarks>
internal sealed class SharedWork(int count, Action<int> piece) : IThreadPoolWorkItem
{
    // A piece takes about as long as waking a thread: looking so often before sleeping mostly saves that.
    private const int Looks = 50;

    private readonly object gate = new();
    private int taken;
    private int done;
    private ExceptionDispatchInfo? failure;

    /// <summary>Does all pieces with so many threads, this one included; throws what the first failing piece threw.</summary>
    public void Do(int threads)
    {
        for (var helper = 1; helper < Math.Min(threads, count); helper++)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }

        Execute();
        for (var look = 0; look < Looks && Volatile.Read(ref done) < count; look++)
        {
            Thread.SpinWait(look);
        }

        lock (gate)
        {
            while (Volatile.Read(ref done) < count)
            {
                Monitor.Wait(gate);
            }
        }

        failure?.Throw();
    }

    /// <summary>Takes pieces until none is left.</summary>
    public void Execute()
    {
        for (var next = Interlocked.Increment(ref taken); next <= count; next = Interlocked.Increment(ref taken))
        {
            try
            {
                piece(next - 1);
            }
#pragma warning disable CA1031 // Whatever a piece throws is thrown again where the work was asked for.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                lock (gate)
                {
                    failure ??= ExceptionDispatchInfo.Capture(exception);
                }
            }

            if (Interlocked.Increment(ref done) == count)
            {
                lock (gate)
                {
                    Monitor.Pulse(gate);
                }
            }
        }
    }
}
