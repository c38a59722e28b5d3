namespace Tessera.Server.Hosting.Analytics;

/// <summary>Lets the engine be still for a while: whoever wants to write waits, whoever reads goes on.</summary>
/// <remarks>For a backup: what is written down elsewhere in the meantime is then never ahead of the engine.</remarks>
internal sealed class WriteGate(TimeProvider time)
{
    private readonly Lock gate = new();
    private int writing;
    private TaskCompletionSource? opened;
    private TaskCompletionSource? still;

    /// <summary>Waits while the gate is closed, and then counts as writing until <see cref="Leave"/>.</summary>
    public async Task EnterAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Task wait;
            lock (gate)
            {
                if (opened is null)
                {
                    writing++;
                    return;
                }

                wait = opened.Task;
            }

            await wait.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Ends what <see cref="EnterAsync"/> began.</summary>
    public void Leave()
    {
        lock (gate)
        {
            if (--writing == 0)
            {
                still?.TrySetResult();
            }
        }
    }

    /// <summary>Closes the gate and returns once nobody writes any more; dispose what is returned to open it.</summary>
    /// <param name="patience">How long to wait for those who write.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="TimeoutException">Somebody went on writing for longer; the gate is open again.</exception>
    /// <exception cref="InvalidOperationException">The gate is closed already.</exception>
    public async Task<IDisposable> CloseAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        Task wait;
        lock (gate)
        {
            if (opened is not null)
            {
                throw new InvalidOperationException("The gate is closed already.");
            }

            opened = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            still = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (writing == 0)
            {
                still.SetResult();
            }

            wait = still.Task;
        }

        try
        {
            await wait.WaitAsync(patience, time, cancellationToken);
            return new Opening(this);
        }
        catch
        {
            Open();
            throw;
        }
    }

    private void Open()
    {
        lock (gate)
        {
            opened?.TrySetResult();
            opened = null;
            still = null;
        }
    }

    private sealed class Opening(WriteGate closed) : IDisposable
    {
        private bool isOpen;

        public void Dispose()
        {
            if (!isOpen)
            {
                isOpen = true;
                closed.Open();
            }
        }
    }
}
