namespace Tessera.Testing;

/// <summary>A clock that moves only when told, with timers that fire in order as it passes them.</summary>
/// <remarks>Safe for use by several threads. Callbacks run on the thread that advances the clock.</remarks>
/// <param name="start">What the clock shows at first.</param>
public sealed class ManualTimeProvider(DateTimeOffset start) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<ManualTimer> timers = [];
    private readonly List<TaskCompletionSource> timerWatchers = [];
    private DateTimeOffset now = start;

    /// <summary>A clock that shows noon, 1 January 2024 UTC.</summary>
    public ManualTimeProvider()
        : this(new DateTimeOffset(2024, 1, 1, 12, 0, 0, TimeSpan.Zero))
    {
    }

    /// <inheritdoc />
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc />
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>How long until the next timer fires, or null when none is set.</summary>
    public TimeSpan? NextTimer
    {
        get
        {
            lock (gate)
            {
                return timers.Count == 0 ? null : timers.Min(timer => timer.Due) - now;
            }
        }
    }

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return now;
        }
    }

    /// <inheritdoc />
    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock on and fires every timer it passes, each at its own time.</summary>
    /// <param name="duration">How far; not negative.</param>
    public void Advance(TimeSpan duration)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(duration, TimeSpan.Zero);
        var target = GetUtcNow() + duration;
        while (TakeDue(target) is { } timer)
        {
            timer.Fire();
        }

        lock (gate)
        {
            now = target;
        }
    }

    /// <summary>Waits until a timer is set that fires within a given time from now, then moves the clock to it.</summary>
    /// <param name="within">Timers further ahead are not waited for; they are left as they are.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>How far the clock moved.</returns>
    public async Task<TimeSpan> AdvanceToNextTimerAsync(TimeSpan within, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task timerSet;
            lock (gate)
            {
                if (timers.Any(timer => timer.Due - now <= within))
                {
                    break;
                }

                var watcher = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                timerWatchers.Add(watcher);
                timerSet = watcher.Task;
            }

            await timerSet.WaitAsync(cancellationToken);
        }

        var duration = NextTimer ?? TimeSpan.Zero;
        Advance(duration > TimeSpan.Zero ? duration : TimeSpan.Zero);
        return duration;
    }

    private ManualTimer? TakeDue(DateTimeOffset target)
    {
        lock (gate)
        {
            var timer = timers.Where(candidate => candidate.Due <= target).MinBy(candidate => candidate.Due);
            if (timer is not null)
            {
                now = timer.Due > now ? timer.Due : now;
                timers.Remove(timer);
                timer.Repeat(timers);
            }

            return timer;
        }
    }

    private void Set(ManualTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (gate)
        {
            timers.Remove(timer);
            timer.Period = period > TimeSpan.Zero ? period : Timeout.InfiniteTimeSpan;
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                return;
            }

            timer.Due = now + dueTime;
            timers.Add(timer);
            timerWatchers.ForEach(watcher => watcher.TrySetResult());
            timerWatchers.Clear();
        }
    }

    private sealed class ManualTimer(ManualTimeProvider clock, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset Due { get; set; }

        public TimeSpan Period { get; set; } = Timeout.InfiniteTimeSpan;

        public void Fire() => callback(state);

        public void Repeat(List<ManualTimer> timers)
        {
            if (Period != Timeout.InfiniteTimeSpan)
            {
                Due += Period;
                timers.Add(this);
            }
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Set(this, dueTime, period);
            return true;
        }

        public void Dispose() => clock.Set(this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
