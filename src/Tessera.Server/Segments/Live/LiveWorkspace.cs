using Tessera.Domain;
using Tessera.Segments.Live;
using Tessera.Server.Segments.Live.Storage;

namespace Tessera.Server.Segments.Live;

/// <summary>The customers of a workspace who were heard of last, with what decides their membership. Used by one at a time.</summary>
/// <remarks>
/// When segments are changed, all customers are gone through, which takes a while. Whoever was not yet goes on with the segments of before: of those that have not changed
/// meanwhile everything is known, and they follow each call as ever.
/// </remarks>
internal sealed class LiveWorkspace(WorkspaceKey key, LivePlan plan, PassRow pass)
{
    private const int MostCustomers = 50_000;
    private const int MostPlans = 16;
    private readonly Dictionary<Guid, LinkedListNode<LiveCustomer>> customers = [];
    private readonly LinkedList<LiveCustomer> recent = new();
    private readonly List<LivePlan> plans = [plan];
    private readonly HashSet<string> unchanged = new(StringComparer.Ordinal);
    private readonly HashSet<Guid> newcomers = [];
    private bool isAgain;

    public WorkspaceKey Key => key;

    /// <summary>The segments.</summary>
    public LivePlan Plan => plans[^1];

    /// <summary>How far its customers were gone through for these segments: of those behind, whoever has no state is new.</summary>
    public PassRow Pass { get; private set; } = pass;

    /// <summary>Whether whoever has no state is new, whatever is still to be gone through.</summary>
    public bool KnowsEverybody { get; private set; } = pass.IsFinished;

    /// <summary>Another number whenever the segments are others.</summary>
    public int Generation { get; private set; }

    /// <summary>How many customers are in memory.</summary>
    public int Count => customers.Count;

    /// <summary>Everybody in memory.</summary>
    public IEnumerable<LiveCustomer> Customers => recent;

    /// <summary>Has other segments from now on, for which nobody was gone through.</summary>
    public void Change(LivePlan to)
    {
        if (Pass.IsFinished)
        {
            unchanged.UnionWith(Plan.Keys);
        }

        unchanged.RemoveWhere(segment => !to.Versions.TryGetValue(segment, out var version) || Plan.Versions.GetValueOrDefault(segment) != version);
        isAgain = plans.RemoveAll(before => before.Fingerprint == to.Fingerprint) > 0;
        plans.Add(to);
        if (plans.Count > MostPlans)
        {
            plans.RemoveAt(0);
        }

        Generation++;
    }

    /// <summary>The segments of a state, now or before; null when they are not known any more.</summary>
    public LivePlan? PlanOf(long fingerprint) => plans.Find(known => known.Fingerprint == fingerprint);

    /// <summary>Notes how far the customers were gone through.</summary>
    /// <returns>Those up to there who came meanwhile, and were perhaps not in the engine when it was asked.</returns>
    public IReadOnlyList<Guid> Advance(PassRow to)
    {
        if (Pass.IsFinished && Pass.Plan == to.Plan)
        {
            unchanged.UnionWith(Plan.Keys);
        }

        Pass = to;
        if (to.IsFinished)
        {
            (KnowsEverybody, isAgain) = (true, false);
            unchanged.Clear();
            plans.RemoveRange(0, plans.Count - 1);
        }
        else if (to.History)
        {
            // Others than those who have a state may be in the engine.
            KnowsEverybody = false;
        }

        List<Guid> passed = [.. newcomers.Where(HasPassed)];
        newcomers.ExceptWith(passed);
        return passed;
    }

    /// <summary>A customer, when they are in memory.</summary>
    public LiveCustomer? Find(Guid profile)
    {
        if (!customers.TryGetValue(profile, out var node))
        {
            return null;
        }

        if (node != recent.First)
        {
            recent.Remove(node);
            recent.AddFirst(node);
        }

        return node.Value;
    }

    /// <summary>Whether a customer's membership of a segment is told of as their state says. Otherwise it is once they are gone through, compared with what is recorded.</summary>
    public bool Tells(LiveCustomer customer, string segment) => customer.Generation == Generation || unchanged.Contains(segment);

    /// <summary>Whether a customer is in memory with a state that was compared with what is recorded, for the segments of now.</summary>
    public bool IsCurrent(Guid profile) => customers.TryGetValue(profile, out var node) && node.Value.Generation == Generation;

    /// <summary>Keeps a customer in memory whose state was put together for the segments of now.</summary>
    public LiveCustomer Keep(ProfileState state)
    {
        newcomers.Remove(state.Profile);
        return Keep(new LiveCustomer(this, Plan, state, Generation));
    }

    /// <summary>Keeps a customer in memory whose state was read.</summary>
    /// <remarks>Where segments are again what they were before others, what was recorded in between is to be compared.</remarks>
    public LiveCustomer Keep(ProfileState state, LivePlan of) =>
        Keep(new LiveCustomer(this, of, state, of == Plan && (!isAgain || HasPassed(state.Profile)) ? Generation : -1));

    /// <summary>Keeps a customer in memory of whom nothing was heard before.</summary>
    public LiveCustomer KeepNew(Guid profile)
    {
        var isPassed = HasPassed(profile);
        if (!isPassed)
        {
            newcomers.Add(profile);
        }

        return Keep(new LiveCustomer(this, Plan, new ProfileState(Plan.Segments, profile), isPassed ? Generation : -1));
    }

    /// <summary>Lets a customer go.</summary>
    public void Forget(Guid profile)
    {
        if (customers.Remove(profile, out var node))
        {
            recent.Remove(node);
        }
    }

    private bool HasPassed(Guid profile) => Pass.After is not { } after || EngineOrder.Instance.Compare(profile, after) <= 0;

    // Those go that were not heard of for longest and are in the file.
    private LiveCustomer Keep(LiveCustomer customer)
    {
        Forget(customer.State.Profile);
        customers.Add(customer.State.Profile, recent.AddFirst(customer));
        while (customers.Count > MostCustomers && recent.Last!.Value is { DirtySince: 0 } last)
        {
            Forget(last.State.Profile);
        }

        return customer;
    }
}
