namespace Tessera.Engine.Execution;

/// <summary>One statement while it runs.</summary>
internal sealed class RunningQuery(string queryId, string text, ConnectionLease lease)
{
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string QueryId { get; } = queryId;

    public string Text { get; } = text;

    /// <summary>Completes when the statement has ended, whichever way.</summary>
    public Task Ended => ended.Task;

    public void Cancel() => lease.Cancel();

    public void SetEnded() => ended.TrySetResult();
}
