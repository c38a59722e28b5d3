using System.Globalization;
using Tessera.Learning.Lifetime;
using Tessera.Testing;

namespace Tessera.Learning.Tests.Support;

/// <summary>The CDNOW sample of the papers: 2,357 customers of an online music shop, calibrated to 1997-09-30.</summary>
internal static class Cdnow
{
    private static readonly Lazy<PurchaseLog> Sample = new(Read);

    /// <summary>The log; a test that asks for it where the data are missing is skipped.</summary>
    public static PurchaseLog Log() => Sample.Value;

    private static PurchaseLog Read()
    {
        var purchases = File.ReadLines(DataSets.Path("cdnow_sample.csv")).Skip(1).Select(line => line.Split(',')).Select(fields => new Purchase(
            fields[1],
            DateTime.Parse(fields[2], CultureInfo.InvariantCulture),
            double.Parse(fields[4], CultureInfo.InvariantCulture)));
        return PurchaseLog.Summarise(purchases, new DateOnly(1997, 9, 30));
    }
}
