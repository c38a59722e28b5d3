using Tessera.Segments.Live;

namespace Tessera.Server.Segments.Live;

/// <summary>The customers of a workspace who were heard of last, with what decides their membership and when it may change by itself. Used by one at a time.</summary>
internal sealed class LiveWorkspace(LivePlan plan)
{
    private const int MostCustomers = 50_000;
    private readonly Dictionary<Guid, LinkedListNode<Customer>> customers = [];
    private readonly LinkedList<Customer> recent = new();
    private readonly PriorityQueue<Customer, DateTimeOffset> timers = new();
    private DateTimeOffset evaluated;

    /// <summary>The segments.</summary>
    public LivePlan Plan => plan;

    /// <summary>How many customers are known.</summary>
    public long Customers => customers.Count;

    /// <summary>How many instants are waited for.</summary>
    public long Timers => timers.Count;

    /// <summary>When a membership may change by itself for the first time; null for never.</summary>
    public DateTimeOffset? NextInstant
    {
        get
        {
            // Timers of customers who were forgotten, or who have another one by now, count no more.
            while (timers.TryPeek(out var customer, out var due))
            {
                if (customer.Due == due && customers.TryGetValue(customer.State.Profile, out var node) && node.Value == customer)
                {
                    return due;
                }

                timers.Dequeue();
            }

            return null;
        }
    }

    /// <summary>The instant of an evaluation: now, or that of the last one where the clock was set back.</summary>
    public DateTimeOffset Advance(DateTimeOffset now) => evaluated = now > evaluated ? now : evaluated;

    /// <summary>The state of a customer, when they were heard of lately.</summary>
    public ProfileState? Find(Guid profile)
    {
        if (!customers.TryGetValue(profile, out var node))
        {
            return null;
        }

        recent.Remove(node);
        recent.AddFirst(node);
        return node.Value.State;
    }

    /// <summary>Remembers a customer, and forgets who was not heard of for longest.</summary>
    public void Keep(ProfileState state)
    {
        Forget(state.Profile);
        customers.Add(state.Profile, recent.AddFirst(new Customer(state)));
        if (customers.Count > MostCustomers)
        {
            Forget(recent.Last!.Value.State.Profile);
        }
    }

    /// <summary>Forgets a customer.</summary>
    public void Forget(Guid profile)
    {
        if (customers.Remove(profile, out var node))
        {
            recent.Remove(node);
        }
    }

    /// <summary>Notes when the membership of a customer may change by itself.</summary>
    public void Expect(Guid profile, DateTimeOffset? due)
    {
        var customer = customers[profile].Value;
        customer.Due = due;
        if (due is { } instant)
        {
            timers.Enqueue(customer, instant);
        }
    }

    /// <summary>The customers whose membership may have changed by itself by an instant, at most so many.</summary>
    public IReadOnlyList<Guid> TakeDue(DateTimeOffset now, int limit)
    {
        List<Guid> due = [];
        while (due.Count < limit && NextInstant is { } next && next <= now)
        {
            var customer = timers.Dequeue();
            customer.Due = null;
            due.Add(customer.State.Profile);
        }

        return due;
    }

    private sealed class Customer(ProfileState state)
    {
        public ProfileState State => state;

        public DateTimeOffset? Due { get; set; }
    }
}
