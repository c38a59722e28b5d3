using Tessera.Domain;
using Tessera.Segments.Live;
using Tessera.Server.Segments.Live.Storage;

namespace Tessera.Server.Segments.Live;

/// <summary>The customers of a workspace who were heard of last, with what decides their membership. Used by one at a time.</summary>
internal sealed class LiveWorkspace(WorkspaceKey key, LivePlan plan, PassRow pass)
{
    private const int MostCustomers = 50_000;
    private readonly Dictionary<Guid, LinkedListNode<LiveCustomer>> customers = [];
    private readonly LinkedList<LiveCustomer> recent = new();

    public WorkspaceKey Key => key;

    /// <summary>The segments.</summary>
    public LivePlan Plan => plan;

    /// <summary>How far its customers were gone through for these segments: of those behind, whoever has no state is new.</summary>
    public PassRow Pass { get; set; } = pass;

    /// <summary>How many customers are in memory.</summary>
    public int Count => customers.Count;

    /// <summary>Everybody in memory.</summary>
    public IEnumerable<LiveCustomer> Customers => recent;

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

    /// <summary>Whether a customer is in memory.</summary>
    public bool Contains(Guid profile) => customers.ContainsKey(profile);

    /// <summary>Keeps a customer in memory, and lets those go that were not heard of for longest and are in the file.</summary>
    public LiveCustomer Keep(ProfileState state)
    {
        Forget(state.Profile);
        var customer = new LiveCustomer(this, state);
        customers.Add(state.Profile, recent.AddFirst(customer));
        while (customers.Count > MostCustomers && recent.Last!.Value is { DirtySince: 0 } last)
        {
            Forget(last.State.Profile);
        }

        return customer;
    }

    /// <summary>Lets a customer go.</summary>
    public void Forget(Guid profile)
    {
        if (customers.Remove(profile, out var node))
        {
            recent.Remove(node);
        }
    }
}
