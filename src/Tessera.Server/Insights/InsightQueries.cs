using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Hosting;
using Tessera.Server.Segments.Contracts;

namespace Tessera.Server.Insights;

/// <summary>Asks the engine what was sold.</summary>
internal sealed class InsightQueries(ClickHouseClient engine)
{
    private static readonly Statement DataState = Load("DataState");
    private static readonly Statement Extent = Load("Extent");
    private static readonly Statement Figures = Load("Figures");
    private static readonly Statement NewCustomers = Load("NewCustomers");
    private static readonly Statement Customers = Load("Customers");
    private static readonly Statement KnownProfiles = Load("KnownProfiles");
    private static readonly Statement TopProducts = Load("TopProducts");
    private static readonly Statement Countries = Load("Countries");

    /// <summary>What has happened so far to the tables that the other questions read.</summary>
    public Task<DataStateRow> DataStateAsync(CancellationToken cancellationToken) => engine.SingleAsync<DataStateRow>(DataState, cancellationToken);

    /// <summary>From when to when there are purchases.</summary>
    public Task<ExtentRow> ExtentAsync(WorkspaceKey workspace, CancellationToken cancellationToken) =>
        engine.SingleAsync<ExtentRow>(Of(Extent, workspace), cancellationToken);

    /// <summary>The steps of a period that have something in them, and the whole, which is left out when nothing was sold.</summary>
    public Task<List<FiguresRow>> FiguresAsync(WorkspaceKey workspace, Period period, Interval interval, CancellationToken cancellationToken) =>
        engine.ListAsync<FiguresRow>(
            In(Figures, workspace, period).With("interval", interval.Name).With("time_zone", period.TimeZone), cancellationToken);

    /// <summary>The steps of a period in which customers bought for the first time.</summary>
    public Task<List<CustomersRow>> NewCustomersAsync(
        WorkspaceKey workspace, CustomerTables tables, Period period, Interval interval, CancellationToken cancellationToken) =>
        engine.ListAsync<CustomersRow>(
            In(NewCustomers, workspace, period)
                .With("totals_version", tables.TotalsVersion)
                .With("interval", interval.Name)
                .With("time_zone", period.TimeZone),
            cancellationToken);

    /// <summary>How many customers had bought by the end of a period.</summary>
    public Task<long> CustomersAsync(WorkspaceKey workspace, CustomerTables tables, Period period, CancellationToken cancellationToken) =>
        engine.SingleAsync<long>(
            Of(Customers, workspace)
                .With("totals_version", tables.TotalsVersion)
                .With("to", CalendarDays.StartOf(period.To, period.TimeZone)),
            cancellationToken);

    /// <summary>How many are known by an identifier, whether they have bought or not.</summary>
    public Task<long> KnownProfilesAsync(WorkspaceKey workspace, CancellationToken cancellationToken) =>
        engine.SingleAsync<long>(Of(KnownProfiles, workspace), cancellationToken);

    /// <summary>The products that brought in most.</summary>
    public Task<List<ProductRow>> TopProductsAsync(WorkspaceKey workspace, Period period, CancellationToken cancellationToken) =>
        engine.ListAsync<ProductRow>(In(TopProducts, workspace, period), cancellationToken);

    /// <summary>Where the money came from.</summary>
    public Task<List<CountryFigures>> CountriesAsync(WorkspaceKey workspace, Period period, CancellationToken cancellationToken) =>
        engine.ListAsync<CountryFigures>(In(Countries, workspace, period), cancellationToken);

    private static Statement In(Statement statement, WorkspaceKey workspace, Period period) => Of(statement, workspace)
        .With("from", CalendarDays.StartOf(period.From, period.TimeZone))
        .With("to", CalendarDays.StartOf(period.To, period.TimeZone));

    private static Statement Of(Statement statement, WorkspaceKey workspace) => statement.With("workspace", workspace.Value);

    private static Statement Load(string name) => new(EmbeddedSql.Read($"Insights/Sql/{name}.sql"));
}
