using System.Globalization;
using System.IO.Compression;
using Tessera.Testing;

namespace Tessera.Server.Tests.Segments;

/// <summary>A workspace with a real shop's year in it: UCI Online Retail, loaded once for a test class.</summary>
public sealed class OnlineRetailShop(ServerFixture server) : IAsyncLifetime
{
    private Shop? shop;

    /// <summary>Whether this machine has the data; without it tests end with a notice.</summary>
    public bool IsLoaded => shop is not null;

    internal Shop Shop => shop ?? throw new InvalidOperationException("The Online Retail data are not on this machine.");

    public async Task InitializeAsync()
    {
        if (DataSets.TryPath("online_retail_2010_2011.csv.gz", out var path))
        {
            shop = await Shop.OpenAsync(server, "retail");
            await shop.SellAsync(Read(path, shop.Key));
            await shop.ComputeHistoryAsync();
        }
    }

    public Task DisposeAsync()
    {
        shop?.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>The rule of the data's own documentation: a purchase is a line with quantity and price above zero on an invoice that does not start with C.</summary>
    private static List<OrderLine> Read(string path, string workspace)
    {
        using var text = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        var header = text.ReadLine()!.Split(',');
        var (invoice, stock, description, pieces, date, unit, customer, country) = (
            Array.IndexOf(header, "InvoiceNo"), Array.IndexOf(header, "StockCode"), Array.IndexOf(header, "Description"), Array.IndexOf(header, "Quantity"),
            Array.IndexOf(header, "InvoiceDate"), Array.IndexOf(header, "UnitPrice"), Array.IndexOf(header, "CustomerID"), Array.IndexOf(header, "Country"));
        var lines = new List<OrderLine>();
        while (text.ReadLine() is { } line)
        {
            var fields = Split(line);
            var quantity = decimal.Parse(fields[pieces], CultureInfo.InvariantCulture);
            var price = decimal.Parse(fields[unit], CultureInfo.InvariantCulture);
            var kind = fields[invoice].StartsWith('C') ? "cancellation" : price <= 0 ? "free" : quantity <= 0 ? "return" : "sale";
            lines.Add(OrderLine.Of(workspace, fields[customer], OrderLine.Instant(fields[date]), fields[invoice], quantity * price, kind, fields[stock], fields[country]) with
            {
                Quantity = quantity,
                UnitPrice = price,
                Description = fields[description],
                SourceLine = (ulong)lines.Count + 2,
            });
        }

        return lines;
    }

    private static List<string> Split(string line)
    {
        // Outside quotes a comma ends a field; a quote within quotes is doubled.
        var fields = new List<string>();
        var field = new System.Text.StringBuilder();
        var quoted = false;
        foreach (var character in line)
        {
            if (character == '"')
            {
                quoted = !quoted;
            }
            else if (character == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(character);
            }
        }

        fields.Add(field.ToString());
        return fields;
    }
}
