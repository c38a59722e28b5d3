using System.Net;

namespace Tessera.Server.Access.Sessions;

/// <summary>Counts wrong sign-in codes by address, so that nobody can try them by the thousand.</summary>
/// <remarks>A code has 256 bits and cannot be guessed; the count keeps the attempts themselves from costing anything.</remarks>
internal sealed class SignInAttempts(TimeProvider time)
{
    /// <summary>Wrong codes allowed from one address in any <see cref="Window"/>.</summary>
    public const int Limit = 10;

    private const int AddressesKept = 10_000;
    private readonly Lock guard = new();
    private readonly Dictionary<IPAddress, Queue<DateTimeOffset>> failuresByAddress = [];

    public static TimeSpan Window { get; } = TimeSpan.FromMinutes(1);

    /// <summary>How long the address must wait before another code of its is looked at; null: not at all.</summary>
    public TimeSpan? Delay(IPAddress address)
    {
        lock (guard)
        {
            if (!failuresByAddress.TryGetValue(address, out var failures))
            {
                return null;
            }

            var now = time.GetUtcNow();
            while (failures.TryPeek(out var oldest) && now - oldest >= Window)
            {
                failures.Dequeue();
            }

            return failures.Count < Limit ? null : Window - (now - failures.Peek());
        }
    }

    public void CountFailure(IPAddress address)
    {
        lock (guard)
        {
            if (failuresByAddress.Count >= AddressesKept)
            {
                // Somebody with that many addresses gains a few attempts by this; memory stays bounded.
                failuresByAddress.Clear();
            }

            if (!failuresByAddress.TryGetValue(address, out var failures))
            {
                failuresByAddress.Add(address, failures = new Queue<DateTimeOffset>());
            }

            failures.Enqueue(time.GetUtcNow());
        }
    }
}
