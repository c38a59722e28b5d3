using Tessera.ClickHouse;
using Tessera.Server.Imports.Orders;

namespace Tessera.Server.Imports.Publishing;

/// <summary>Gathers what order lines say of their customers, and writes it into <c>staged_customers</c>, in constant memory.</summary>
/// <remarks>A customer whose lines are far apart may be written several times; publishing puts it together.</remarks>
internal sealed class CustomerStaging(ClickHouseClient client, Guid import)
{
    private const int MostGathered = 50_000;

    private readonly Dictionary<Guid, StagedCustomer> gathered = [];
    private StagedCustomer? last;

    /// <summary>How many statements were written.</summary>
    public long Rows { get; private set; }

    /// <summary>Takes a line into account.</summary>
    public ValueTask AddAsync(StagedOrderLine line, CancellationToken cancellationToken)
    {
        if (line.ProfileId == Guid.Empty || line.IdentifierKind.Length == 0)
        {
            return ValueTask.CompletedTask;
        }

        if (last is null || last.ProfileId != line.ProfileId)
        {
            if (!gathered.TryGetValue(line.ProfileId, out last))
            {
                last = new StagedCustomer { ImportId = import, ProfileId = line.ProfileId, IdentifierKind = line.IdentifierKind, Identifier = line.Customer.Text };
                gathered.Add(line.ProfileId, last);
            }
        }

        Note(last, line);
        return gathered.Count < MostGathered ? ValueTask.CompletedTask : new ValueTask(WriteAsync(cancellationToken));
    }

    /// <summary>Writes what is gathered.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        if (gathered.Count > 0)
        {
            Rows += (await client.InsertAsync(StagingArea.Customers, gathered.Values, StagingArea.Batches, cancellationToken)).Rows;
            gathered.Clear();
            last = null;
        }
    }

    private static void Note(StagedCustomer customer, StagedOrderLine line)
    {
        var time = line.Time;
        customer.First = time < customer.First ? time : customer.First;
        customer.Last = time > customer.Last ? time : customer.Last;
        if (line.Country.Length > 0 && (time > customer.CountryTime || customer.Country.Length == 0))
        {
            (customer.Country, customer.CountryTime) = (line.Country, time);
        }

        if (line.CustomerName.Length > 0 && (time > customer.NameTime || customer.Name.Length == 0))
        {
            (customer.Name, customer.NameTime) = (line.CustomerName, time);
        }

        if (line.Email.Length > 0 && (time > customer.EmailTime || customer.Email.Length == 0))
        {
            (customer.Email, customer.EmailTime) = (line.Email, time);
        }
    }
}
