namespace Tessera.Simulation.Running;

/// <summary>Takes the calls that one block of customers makes in a day. Not safe for several threads; each block has its own.</summary>
/// <param name="customers">Calls of customers with this number or a higher one are thrown away: they belong to nobody asked for.</param>
internal sealed class EventSink(int customers)
{
    private EventRecord[] records = new EventRecord[256];
    private int customer;
    private int step;
    private int sequence;

    /// <summary>Whether calls are thrown away: the business goes on but nobody is looking.</summary>
    public bool Silent { get; set; }

    /// <summary>How many calls there are.</summary>
    public int Count { get; private set; }

    /// <summary>The calls.</summary>
    public ReadOnlySpan<EventRecord> Records => records.AsSpan(0, Count);

    /// <summary>The number that the next call will have within its customer's step.</summary>
    public int NextSequence => sequence;

    /// <summary>States whose calls follow.</summary>
    public void Begin(int customer, int step, int firstSequence = 0)
    {
        this.customer = customer;
        this.step = step;
        sequence = firstSequence;
    }

    /// <summary>Adds a call of the customer begun last. Details are drawn from <paramref name="detail"/>, which must be the call's own.</summary>
    public void Add(long time, int kind, ulong detail, CallFlags flags = CallFlags.None, int a = 0, int b = 0, uint state = 0)
    {
        if (Silent || customer >= customers)
        {
            return;
        }

        if (sequence >= EventRecord.MaxSequence)
        {
            throw new InvalidOperationException($"Customer {customer} made more than {EventRecord.MaxSequence} calls in step {step}.");
        }

        if (Count == records.Length)
        {
            Array.Resize(ref records, records.Length * 2);
        }

        ref var record = ref records[Count++];
        record.Time = time;
        record.Customer = customer;
        record.Step = step;
        record.Detail = detail;
        record.A = a;
        record.B = b;
        record.State = state;
        record.Sequence = (ushort)sequence++;
        record.Kind = (byte)kind;
        record.Flags = flags;
    }

    /// <summary>Forgets the calls.</summary>
    public void Clear() => Count = 0;
}
