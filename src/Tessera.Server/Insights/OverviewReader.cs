using Tessera.Domain;
using Tessera.Server.Hosting;
using Tessera.Server.Segments.Contracts;

namespace Tessera.Server.Insights;

/// <summary>Puts the overview of a workspace together.</summary>
internal sealed class OverviewReader(InsightQueries queries, ICustomerSegments segments)
{
    /// <summary>What has happened so far to everything that an overview is put together from.</summary>
    public async Task<DataState> StateAsync(WorkspaceKey workspace, CancellationToken cancellationToken)
    {
        var tables = await segments.TablesAsync(workspace, cancellationToken);
        var data = await queries.DataStateAsync(cancellationToken);
        return new DataState(data.Blocks, data.Mutations, tables.TotalsVersion);
    }

    /// <summary>The overview of a period.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="currency">Its currency.</param>
    /// <param name="asOf">The day of its last purchase.</param>
    /// <param name="firstDay">The day of its first purchase.</param>
    /// <param name="period">The period.</param>
    /// <param name="interval">Its steps.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Overview> ReadAsync(
        WorkspaceKey workspace,
        string currency,
        DateOnly asOf,
        DateOnly firstDay,
        Period period,
        Interval interval,
        CancellationToken cancellationToken)
    {
        var tables = await segments.TablesAsync(workspace, cancellationToken);
        var figures = await queries.FiguresAsync(workspace, period, interval, cancellationToken);
        var newcomers = await queries.NewCustomersAsync(workspace, tables, period, interval, cancellationToken);
        var customers = await queries.CustomersAsync(workspace, tables, period, cancellationToken);
        var profiles = await queries.KnownProfilesAsync(workspace, cancellationToken);
        var products = await queries.TopProductsAsync(workspace, period, cancellationToken);
        var countries = await queries.CountriesAsync(workspace, period, cancellationToken);
        var whole = Whole(figures);

        // A change against days from which there are no data would only say when the data begin.
        var before = period.Before.From < firstDay ? null : Whole(await queries.FiguresAsync(workspace, period.Before, interval, cancellationToken));
        return new Overview(
            currency,
            asOf,
            period.From,
            period.To,
            profiles,
            customers,
            whole.Customers,
            newcomers.Sum(step => step.Customers),
            whole.Orders,
            whole.Revenue.Plain(),
            whole.Returns.Plain(),
            (whole.Revenue - whole.Returns).Plain(),
            whole.AverageOrderValue,
            whole.OrdersWithoutCustomer,
            Change(whole, before),
            Series(period, interval, figures, newcomers),
            [.. products.Select(product => new TopProduct(product.Sku, product.LatestDescription, product.SoldQuantity.Plain(), product.Revenue.Plain()))],
            [.. countries.Select(country => country with { Revenue = country.Revenue.Plain() })]);
    }

    /// <summary>The overview of a workspace without purchases.</summary>
    /// <param name="currency">Its currency.</param>
    /// <param name="knownProfiles">How many are known by an identifier all the same.</param>
    public static Overview Empty(string currency, long knownProfiles) =>
        new(currency, null, null, null, knownProfiles, 0, 0, 0, 0, 0, 0, 0, 0, 0, new OverviewChange(null, null, null, null), [], [], []);

    private static FiguresRow Whole(List<FiguresRow> rows) => rows.Find(row => row.IsWhole) ?? FiguresRow.None;

    private static List<OverviewPoint> Series(Period period, Interval interval, List<FiguresRow> figures, List<CustomersRow> newcomers)
    {
        var byStep = figures.Where(row => !row.IsWhole).ToDictionary(row => row.Step);
        var newByStep = newcomers.ToDictionary(row => row.Step, row => row.Customers);
        return [.. interval.Steps(period.From, period.To).Select(step =>
        {
            var row = byStep.GetValueOrDefault(step, FiguresRow.None);
            return new OverviewPoint(step, row.Revenue.Plain(), row.Orders, row.Customers, newByStep.GetValueOrDefault(step), row.Returns.Plain());
        })];
    }

    private static OverviewChange Change(FiguresRow now, FiguresRow? before) => before is null
        ? new OverviewChange(null, null, null, null)
        : new OverviewChange(
            Growth(now.Revenue, before.Revenue),
            Growth(now.Orders, before.Orders),
            Growth(now.Customers, before.Customers),
            Growth(now.AverageOrderValue, before.AverageOrderValue));

    private static double? Growth(decimal now, decimal before) => before > 0 ? (double)((now - before) / before) : null;
}
