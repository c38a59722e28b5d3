using Tessera.Server.Imports.Contracts;

namespace Tessera.Server.Imports.Orders;

/// <summary>Counts what the lines of a file are while they are read.</summary>
internal sealed class OrderReport
{
    private const int StatusesListed = 30;

    private readonly SortedDictionary<string, long> currencies = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> statuses = new(StringComparer.OrdinalIgnoreCase);
    private string lastCurrency = string.Empty;
    private string lastStatus = string.Empty;
    private long sameCurrency;
    private long sameStatus;

    /// <summary>How many lines have no customer.</summary>
    public long WithoutCustomer { get; private set; }

    /// <summary>How many lines there are of each currency.</summary>
    public IReadOnlyDictionary<string, long> CurrencyCounts
    {
        get
        {
            FlushCurrency();
            return currencies;
        }
    }

    /// <summary>Takes one more line into account.</summary>
    public void Count(StagedOrderLine line, string? status)
    {
        WithoutCustomer += line.ProfileId == Guid.Empty ? 1 : 0;
        if (!ReferenceEquals(line.OriginalCurrency, lastCurrency))
        {
            FlushCurrency();
            lastCurrency = line.OriginalCurrency;
        }

        sameCurrency++;
        if (status is null)
        {
            return;
        }

        if (!ReferenceEquals(status, lastStatus))
        {
            FlushStatus();
            lastStatus = status;
        }

        sameStatus++;
    }

    /// <summary>What there is to tell about currencies and statuses.</summary>
    public IEnumerable<string> Notes(MoneyRules money)
    {
        FlushStatus();
        foreach (var (currency, lines) in CurrencyCounts.Where(entry => entry.Key != money.Workspace))
        {
            yield return money.RateOf(currency) is { } rate
                ? $"{lines:N0} lines are in {currency} and were converted to {money.Workspace} at {rate}."
                : $"{lines:N0} lines are in {currency}, the workspace's currency is {money.Workspace}: they are kept but not added up. Give the option rates, such as {{\"{currency}\": 1.1}}, to convert them.";
        }

        foreach (var group in statuses.GroupBy(entry => OrderStatuses.Read(entry.Key)))
        {
            var names = string.Join(", ", group.Take(StatusesListed).Select(entry => $"\"{entry.Key}\" ({entry.Value:N0})"));
            yield return group.Key switch
            {
                null => $"Orders with the status {names} count as completed, because the word is not known.",
                OrderOutcome.Stands => $"Orders with the status {names} count as completed.",
                OrderOutcome.Cancelled => $"Orders with the status {names} are {OrderLineKinds.Cancellation}s.",
                _ => $"Orders with the status {names} are {OrderLineKinds.Return}s.",
            };
        }
    }

    private void FlushCurrency()
    {
        if (sameCurrency > 0)
        {
            currencies[lastCurrency] = currencies.GetValueOrDefault(lastCurrency) + sameCurrency;
            sameCurrency = 0;
        }
    }

    private void FlushStatus()
    {
        // A column of free texts mapped as status by mistake must not fill the memory.
        if (sameStatus > 0 && (statuses.Count < 1000 || statuses.ContainsKey(lastStatus)))
        {
            statuses[lastStatus] = statuses.GetValueOrDefault(lastStatus) + sameStatus;
        }

        sameStatus = 0;
    }
}
