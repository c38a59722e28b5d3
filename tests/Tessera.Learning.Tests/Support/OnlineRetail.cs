using System.Globalization;
using System.IO.Compression;
using Tessera.Learning.Lifetime;
using Tessera.Testing;

namespace Tessera.Learning.Tests.Support;

/// <summary>The purchases of UCI Online Retail: lines with a customer that are no cancellation and cost something, to 2011-06-30.</summary>
internal static class OnlineRetail
{
    /// <summary>The log; a test that asks for it where the data are missing is skipped.</summary>
    public static PurchaseLog Log()
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(DataSets.Path("online_retail_2010_2011.csv.gz")), CompressionMode.Decompress));
        return PurchaseLog.Summarise(Purchases(reader), new DateOnly(2011, 6, 30));
    }

    private static IEnumerable<Purchase> Purchases(StreamReader reader)
    {
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            // The description, the only field with commas in it, is the third; the others are counted from the end.
            var fields = line.Split(',');
            var (invoice, quantity, time, price, customer) = (fields[0], fields[^5], fields[^4], fields[^3], fields[^2]);
            if (customer.Length > 0 && !invoice.StartsWith('C')
                && double.Parse(quantity, CultureInfo.InvariantCulture) > 0 && double.Parse(price, CultureInfo.InvariantCulture) > 0)
            {
                yield return new(customer, DateTime.Parse(time, CultureInfo.InvariantCulture));
            }
        }
    }
}
