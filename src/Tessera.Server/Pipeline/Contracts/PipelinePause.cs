using Tessera.Server.Hosting.Analytics;

namespace Tessera.Server.Pipeline.Contracts;

/// <summary>Lets the pipeline be still between two batches: calls are accepted into the log, and processed when it goes on.</summary>
internal sealed class PipelinePause(TimeProvider time)
{
    private readonly WriteGate gate = new(time);

    /// <summary>Waits while there is a pause, and then counts as a batch being processed until what is returned is disposed.</summary>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        await gate.EnterAsync(cancellationToken);
        return new Batch(gate);
    }

    /// <summary>Begins a pause and returns once no batch is processed; dispose what is returned to end it.</summary>
    /// <param name="patience">How long to wait for the batches on their way.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="TimeoutException">A batch was not done by then, perhaps because the engine is down; the pipeline goes on.</exception>
    public Task<IDisposable> BeginAsync(TimeSpan patience, CancellationToken cancellationToken) => gate.CloseAsync(patience, cancellationToken);

    private sealed class Batch(WriteGate gate) : IDisposable
    {
        private bool isDone;

        public void Dispose()
        {
            if (!isDone)
            {
                isDone = true;
                gate.Leave();
            }
        }
    }
}
