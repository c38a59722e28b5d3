namespace Tessera.Server.Pipeline;

/// <summary>How the pipeline goes about its work.</summary>
internal sealed record PipelineOptions
{
    /// <summary>How long calls are gathered before they are stored together: fewer, larger inserts.</summary>
    public TimeSpan Gathering { get; init; } = TimeSpan.FromMilliseconds(400);

    /// <summary>The same while there are few.</summary>
    public TimeSpan ShortGathering { get; init; } = TimeSpan.FromMilliseconds(25);

    /// <summary>For how much longer they are gathered at most while senders wait until theirs are durable.</summary>
    public TimeSpan LongestGathering { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>When the last batch had fewer calls than this, there are few.</summary>
    public int FewRows { get; init; } = 250;

    /// <summary>About how many bytes of the log are stored together at most.</summary>
    public long BatchBytes { get; init; } = 24 << 20;

    /// <summary>While calls keep coming, the engine is told as often when customers were last seen, where that is all that is new of them.</summary>
    public TimeSpan SeenEvery { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>When so many customers wait for that, they wait no longer.</summary>
    public int MostWaitingSeen { get; init; } = 20_000;

    /// <summary>For how long records stay in the log after they were stored.</summary>
    public TimeSpan Retention { get; init; } = TimeSpan.FromDays(7);

    /// <summary>How often old records are looked for.</summary>
    public TimeSpan TrimInterval { get; init; } = TimeSpan.FromMinutes(10);
}
