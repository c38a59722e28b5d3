using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Tessera.ClickHouse;
using Tessera.Domain;
using Tessera.Server.Segments.Rfm;

namespace Tessera.Server.Tests.Segments;

/// <summary>A workspace of its own with orders in it, and its client.</summary>
internal sealed class Shop : IDisposable
{
    private readonly ServerFixture server;

    private Shop(ServerFixture server, string key)
    {
        this.server = server;
        Key = key;
        Client = server.AdminClient(key);
    }

    public string Key { get; }

    public WorkspaceKey Workspace => new(Key);

    public HttpClient Client { get; }

    public ClickHouseClient Engine => server.Services.GetRequiredService<ClickHouseClient>();

    public RfmRefresher Refresher => server.Services.GetRequiredService<RfmRefresher>();

    public static async Task<Shop> OpenAsync(ServerFixture server, string prefix = "shop") => new(server, await server.CreateWorkspaceAsync(prefix));

    /// <summary>A sale line of this shop.</summary>
    public OrderLine Line(string customer, string time, string order, decimal amount, string kind = "sale", string sku = "mug", string country = "") =>
        OrderLine.Of(Key, customer, time, order, amount, kind, sku, country);

    /// <summary>Adds lines, and profiles for the customers in them, and computes the current segments.</summary>
    public async Task SellAsync(params IReadOnlyCollection<OrderLine> lines)
    {
        await Engine.InsertAsync("order_lines", lines);
        await Engine.InsertAsync("profiles", lines.Where(line => line.ProfileId != Guid.Empty).GroupBy(line => line.ProfileId).Select(KnownProfile.Of));
        await ComputeAsync();
    }

    /// <summary>Computes the current segments.</summary>
    public async Task ComputeAsync()
    {
        await server.Services.GetRequiredService<RfmModelStore>().RequestAsync(Workspace, CancellationToken.None);
        await Refresher.RefreshAsync(Workspace, CancellationToken.None);
    }

    /// <summary>Computes the past months.</summary>
    public async Task ComputeHistoryAsync()
    {
        while (await Refresher.RefreshOneMonthAsync(Workspace, CancellationToken.None))
        {
        }
    }

    /// <summary>Changes the options and waits until everything is computed with them.</summary>
    public async Task ChangeAsync(RfmOptions options)
    {
        await server.Services.GetRequiredService<RfmModelStore>().ChangeAsync(Workspace, options, CancellationToken.None);
        await Refresher.RefreshAsync(Workspace, CancellationToken.None);
    }

    /// <summary>The scored customers by the customer's name.</summary>
    public async Task<IReadOnlyDictionary<string, ExportedCustomer>> ScoredAsync()
    {
        var lines = (await Client.GetStringAsync("/api/rfm/customers.csv")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines[0].ShouldBe("\"profile_id\",\"user_id\",\"recency_days\",\"frequency\",\"monetary\",\"r\",\"f\",\"m\",\"segment\"");
        return lines.Skip(1).Select(ExportedCustomer.Parse).ToDictionary(customer => customer.UserId, StringComparer.Ordinal);
    }

    /// <summary>Sets the workspace's currency and time zone.</summary>
    public async Task ConfigureAsync(string currency = "GBP", string timeZone = "UTC")
    {
        using var response = await Client.PatchAsJsonAsync($"/api/workspaces/{Key}", new { currency, timeZone });
        response.EnsureSuccessStatusCode();
    }

    public async Task<T> GetAsync<T>(string path) => (await Client.GetFromJsonAsync<T>(path))!;

    public void Dispose() => Client.Dispose();
}
