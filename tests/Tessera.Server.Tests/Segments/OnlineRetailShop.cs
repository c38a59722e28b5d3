using Tessera.Server.Tests.Imports;
using Tessera.Testing;

namespace Tessera.Server.Tests.Segments;

/// <summary>A workspace into which a real shop's year, UCI Online Retail, was imported; once for a test class.</summary>
public sealed class OnlineRetailShop(ServerFixture server) : IAsyncLifetime
{
    private const string Orders = "online_retail_2010_2011.csv.gz";

    private Shop? shop;

    /// <summary>The shop; a test that asks for it where the data are missing is skipped.</summary>
    internal Shop Shop => shop ?? throw new InvalidOperationException($"{DataSets.Path(Orders)} came after the tests began.");

    public async Task InitializeAsync()
    {
        if (DataSets.Find(Orders) is not { } path)
        {
            return;
        }

        shop = await Shop.OpenAsync(server, "retail");
        await shop.ConfigureAsync(currency: "GBP");
        var import = await new ImportClient(shop.Client).ImportAsync(await File.ReadAllBytesAsync(path), name: "online_retail.csv.gz");
        import.GetProperty("state").GetString().ShouldBe("done", import.ToString());
    }

    public Task DisposeAsync()
    {
        shop?.Dispose();
        return Task.CompletedTask;
    }
}
