namespace Tessera.Server.Segments.Live;

/// <summary>Rings for one who waits for work. Silence it, then look for work, then wait: no ring is lost.</summary>
/// <remarks>A semaphore would not do: one who gave up waiting may still take a ring that was meant for the next wait.</remarks>
internal sealed class Bell
{
    private volatile TaskCompletionSource ringing = New();

    /// <summary>Completes when it rings after it was silenced last.</summary>
    public Task RungAsync => ringing.Task;

    public void Ring() => ringing.TrySetResult();

    public void Silence() => ringing = New();

    /// <summary>Waits until it rings, or patience is at an end.</summary>
    public async Task WaitAsync(TimeSpan patience, TimeProvider time, CancellationToken cancellationToken)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(RungAsync, Task.Delay(patience, time, waiting.Token));
        await waiting.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
