using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Hosting;

namespace Tessera.Server.Segments.Live;

/// <summary>The one way into <c>segment_changes</c>: changes are recorded one group after another, so whoever reads on from the last one misses none.</summary>
internal sealed class MembershipJournal(ClickHouseClient engine, TimeProvider time) : IDisposable
{
    private static readonly Statement Page = new(EmbeddedSql.Read("Segments/Live/Sql/Changes.sql"));
    private static readonly Statement Last = new("SELECT max(recorded_at) AS last FROM segment_changes");
    private static readonly TimeSpan Instant = TimeSpan.FromMicroseconds(1);

    private readonly SemaphoreSlim turn = new(1);
    private volatile TaskCompletionSource news = NewBell();
    private DateTimeOffset? last;

    /// <summary>Records changes, or does what must not happen while others record.</summary>
    /// <param name="record">Records them under the instant that it is given.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task WriteAsync(Func<DateTimeOffset, Task> record, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            var before = last ?? await engine.SingleAsync<DateTimeOffset>(Last, cancellationToken);
            var now = time.GetUtcNow();
            last = now > before ? now : before + Instant;
            await record(last.Value);
        }
        finally
        {
            turn.Release();
        }

        Interlocked.Exchange(ref news, NewBell()).TrySetResult();
    }

    /// <summary>Completes when something is recorded after this was called.</summary>
    public Task NextAsync() => news.Task;

    /// <summary>Changes in the order in which they were recorded, after one of them.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="segment">Only those of a segment; empty for all.</param>
    /// <param name="after">The place after which to read.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<List<RecordedChange>> ReadAsync(WorkspaceKey workspace, string segment, ChangePlace after, int limit, CancellationToken cancellationToken) => engine.ListAsync<RecordedChange>(
        Page.With("workspace", workspace.Value)
            .With("segment", segment)
            .With("recorded_at", after.RecordedAt)
            .With("after_segment", after.Segment)
            .With("after_profile", after.ProfileId)
            .With("limit", limit),
        cancellationToken);

    /// <summary>The place after everything that is recorded now.</summary>
    public async Task<ChangePlace> EndAsync(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            last ??= await engine.SingleAsync<DateTimeOffset>(Last, cancellationToken);
            return new ChangePlace(last.Value + Instant, string.Empty, Guid.Empty);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private static TaskCompletionSource NewBell() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
