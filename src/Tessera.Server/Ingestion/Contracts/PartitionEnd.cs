namespace Tessera.Server.Ingestion.Contracts;

/// <summary>A position of a partition, such as that of its last durable record, and a bell that rings when it moves.</summary>
internal sealed class PartitionEnd
{
    private readonly Lock guard = new();
    private TaskCompletionSource bell = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long last;

    public long Last
    {
        get
        {
            lock (guard)
            {
                return last;
            }
        }
    }

    public void MoveTo(long position)
    {
        TaskCompletionSource ringing;
        lock (guard)
        {
            last = position;
            ringing = bell;
            bell = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        ringing.TrySetResult();
    }

    public async ValueTask<long> WaitAsync(long after, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task next;
            lock (guard)
            {
                if (last > after)
                {
                    return last;
                }

                next = bell.Task;
            }

            await next.WaitAsync(cancellationToken);
        }
    }
}
