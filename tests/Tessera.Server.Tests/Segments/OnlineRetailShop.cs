using Tessera.Server.Tests.Imports;
using Tessera.Testing;

namespace Tessera.Server.Tests.Segments;

/// <summary>A workspace into which a real shop's year, UCI Online Retail, was imported; once for a test class.</summary>
public sealed class OnlineRetailShop(ServerFixture server) : IAsyncLifetime
{
    private Shop? shop;

    /// <summary>Whether this machine has the data; without it tests end with a notice.</summary>
    public bool IsLoaded => shop is not null;

    internal Shop Shop => shop ?? throw new InvalidOperationException("The Online Retail data are not on this machine.");

    public async Task InitializeAsync()
    {
        if (!DataSets.TryPath("online_retail_2010_2011.csv.gz", out var path))
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
