using Microsoft.Extensions.DependencyInjection;
using Tessera.ClickHouse;
using Tessera.Server.Imports.Contracts;
using Tessera.Server.Segments.Rfm;
using Tessera.Server.Segments.Tables;

namespace Tessera.Server.Tests.Segments.Rfm;

[Collection(SharedServer.Name)]
public sealed class RfmRefresherTests(ServerFixture server)
{
    private RfmModelStore Models => server.Services.GetRequiredService<RfmModelStore>();

    [Fact]
    public async Task Refresh_NothingRequested_DoesNothing()
    {
        using var shop = await Shop.OpenAsync(server);
        (await shop.Refresher.RefreshAsync(shop.Workspace, CancellationToken.None)).ShouldBeFalse();
        await shop.SellAsync(shop.Line("ada", "2024-06-01", "1", 1m));
        (await shop.Refresher.RefreshAsync(shop.Workspace, CancellationToken.None)).ShouldBeFalse();
    }

    [Fact]
    public async Task Refresh_ManyAskAtOnce_ComputesOnce()
    {
        using var shop = await Shop.OpenAsync(server);
        await shop.SellAsync(shop.Line("ada", "2024-06-01", "1", 1m));
        for (var request = 0; request < 5; request++)
        {
            await Models.RequestAsync(shop.Workspace, CancellationToken.None);
        }

        var done = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => shop.Refresher.RefreshAsync(shop.Workspace, CancellationToken.None)));

        done.Count(computed => computed).ShouldBe(1);
    }

    [Fact]
    public async Task Refresh_WhileReadersRead_TheySeeOneComputationOrTheOther()
    {
        using var shop = await Shop.OpenAsync(server);
        // Every round adds a customer and moves everybody's money, so each computation is recognisable in all of its rows.
        OrderLine[] Round(int round) => [.. Enumerable.Range(0, 40 + round).Select(customer => shop.Line($"c{customer}", "2024-06-01", $"{round}-{customer}", 1m))];
        await shop.SellAsync(Round(0));
        using var stop = new CancellationTokenSource();
        var reader = Task.Run(async () =>
        {
            var seen = new HashSet<int>();
            while (!stop.IsCancellationRequested)
            {
                var customers = await shop.ScoredAsync();
                // Customers of the first round have bought in every round since.
                var round = (int)customers["c0"].Monetary - 1;
                customers.Count.ShouldBe(40 + round);
                customers.Values.Count(customer => customer.Monetary == round + 1).ShouldBe(40);
                seen.Add(round);
            }

            return seen;
        });

        for (var round = 1; round <= 8; round++)
        {
            await shop.SellAsync(Round(round));
        }

        await stop.CancelAsync();
        (await reader).Count.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task Clean_RowsOfACrashedComputation_AreGoneAndTheCurrentOnesStay()
    {
        using var shop = await Shop.OpenAsync(server);
        await shop.SellAsync(shop.Line("ada", "2024-06-01", "1", 1m));

        // A computation that was killed after it had written: its version was begun and never switched to.
        var versions = server.Services.GetRequiredService<CustomerTableVersions>();
        var crashed = await versions.BeginAsync(shop.Workspace, CustomerTable.Totals, CancellationToken.None);
        await server.Services.GetRequiredService<RfmStatements>().WriteTotalsAsync(shop.Workspace, crashed, null, null, CancellationToken.None);
        (await RowsAsync(shop, crashed)).ShouldBe(1);

        await shop.Refresher.CleanAsync(CancellationToken.None);

        (await RowsAsync(shop, crashed)).ShouldBe(0);
        (await versions.CurrentAsync(shop.Workspace, CustomerTable.Totals, CancellationToken.None))!.Version.ShouldNotBe(crashed);
        (await shop.ScoredAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Check_LinesThatNobodyToldOf_AreFound()
    {
        using var shop = await Shop.OpenAsync(server);
        await shop.SellAsync(shop.Line("ada", "2024-06-01", "1", 1m));
        await shop.Refresher.CheckAsync(shop.Workspace, CancellationToken.None);
        (await shop.Refresher.RefreshAsync(shop.Workspace, CancellationToken.None)).ShouldBeFalse();

        await shop.Engine.InsertAsync("order_lines", [shop.Line("bob", "2024-06-02", "2", 1m)]);
        await shop.Refresher.CheckAsync(shop.Workspace, CancellationToken.None);

        (await shop.Refresher.RefreshAsync(shop.Workspace, CancellationToken.None)).ShouldBeTrue();
        (await shop.ScoredAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Check_ScoresThatTheEngineLost_AreFound()
    {
        using var shop = await Shop.OpenAsync(server);
        await shop.SellAsync(shop.Line("ada", "2024-06-01", "1", 1m));
        var version = (await server.Services.GetRequiredService<RfmReader>().ReadAsync(shop.Workspace, CancellationToken.None)).Version!.Value;
        await server.Services.GetRequiredService<CustomerTableCleaner>().DropAsync(CustomerTable.Rfm, version, CancellationToken.None);

        await shop.Refresher.CheckAsync(shop.Workspace, CancellationToken.None);

        (await shop.Refresher.RefreshAsync(shop.Workspace, CancellationToken.None)).ShouldBeTrue();
        (await shop.ScoredAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task OrdersChanged_LinesAreNew_SegmentsAreUpToDateWhenItReturns()
    {
        using var shop = await Shop.OpenAsync(server);
        await shop.Engine.InsertAsync("order_lines", [shop.Line("ada", "2024-06-01", "1", 1m)]);
        await shop.Engine.InsertAsync("profiles", new[] { shop.Line("ada", "2024-06-01", "1", 1m) }.GroupBy(line => line.ProfileId).Select(KnownProfile.Of));

        await Observer.OrdersChangedAsync(new OrdersChanged(shop.Workspace, Guid.Empty, OrderLines: 1, Events: 0, Profiles: 1), CancellationToken.None);

        (await shop.ScoredAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task OrdersChanged_OnlyEventsAreNew_ChangesNothing()
    {
        using var shop = await Shop.OpenAsync(server);
        await Observer.OrdersChangedAsync(new OrdersChanged(shop.Workspace, Guid.Empty, OrderLines: 0, Events: 5, Profiles: 1), CancellationToken.None);
        (await Models.ReadAsync(shop.Workspace, CancellationToken.None)).IsStale.ShouldBeFalse();
    }

    private IOrdersObserver Observer => server.Services.GetServices<IOrdersObserver>().Single(observer => observer is RfmOrdersObserver);

    private static Task<long> RowsAsync(Shop shop, long version) => shop.Engine.SingleAsync<long>(
        new Statement("SELECT count() FROM customer_totals WHERE version = {version:UInt64}").With("version", version));
}
