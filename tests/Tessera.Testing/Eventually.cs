namespace Tessera.Testing;

/// <summary>Waits for what a process of its own brings about, and never for ever.</summary>
public static class Eventually
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    /// <summary>Asks again and again until the answer is yes.</summary>
    /// <param name="condition">The question.</param>
    /// <param name="what">What is waited for, for the message.</param>
    /// <param name="patience">How long to wait at most; two minutes when null.</param>
    /// <param name="interval">How long to wait between two questions; 50 milliseconds when null.</param>
    /// <exception cref="TimeoutException">It did not come about in time.</exception>
    public static async Task UntilAsync(Func<Task<bool>> condition, string what, TimeSpan? patience = null, TimeSpan? interval = null) =>
        await GetAsync(async () => await condition() ? what : null, what, patience, interval);

    /// <summary>Asks again and again until there is an answer.</summary>
    /// <param name="question">The question; null for no answer yet.</param>
    /// <param name="what">What is waited for, for the message.</param>
    /// <param name="patience">How long to wait at most; two minutes when null.</param>
    /// <param name="interval">How long to wait between two questions; 50 milliseconds when null.</param>
    /// <returns>The first answer.</returns>
    /// <exception cref="TimeoutException">There was none in time.</exception>
    public static async Task<T> GetAsync<T>(Func<Task<T?>> question, string what, TimeSpan? patience = null, TimeSpan? interval = null)
        where T : class
    {
        var most = patience ?? TimeSpan.FromMinutes(2);
        var start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            if (await question() is { } answer)
            {
                return answer;
            }

            if (TimeProvider.System.GetElapsedTime(start) > most)
            {
                throw new TimeoutException($"Waited {most.TotalSeconds:0} seconds in vain for {what}.");
            }

            await Task.Delay(interval ?? Interval, TimeProvider.System);
        }
    }
}
