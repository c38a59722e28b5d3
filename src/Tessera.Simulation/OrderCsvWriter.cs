using System.Globalization;

namespace Tessera.Simulation;

/// <summary>Writes the shop's orders as a CSV file like the export of a shop system.</summary>
public static class OrderCsvWriter
{
    /// <summary>The header of the file.</summary>
    public const string Header = "order_id,customer_id,date,sku,product,category,quantity,unit_price,currency,country";

    /// <summary>
    /// Writes the order lines in order of time (RFC 4180 with LF). A return repeats the order's id with negative quantities; a
    /// guest's order has an empty customer id. Equal options give equal bytes.
    /// </summary>
    /// <param name="options">What to simulate; the scenario must be <c>shop</c>.</param>
    /// <param name="output">Takes the text; flushed at the end, left open.</param>
    /// <param name="progress">Told the number of lines written, every 10,000 lines.</param>
    /// <param name="cancellationToken">Stops the run with <see cref="OperationCanceledException"/>.</param>
    /// <returns>How many lines were written, the header not counted.</returns>
    /// <exception cref="SimulationOptionsException">The options are not valid, or name another scenario.</exception>
    public static long Write(
        SimulationOptions options, TextWriter output, IProgress<long>? progress = null, CancellationToken cancellationToken = default)
    {
        var lines = ShopOrders.Lines(options, cancellationToken);
        output.Write(Header);
        output.Write('\n');
        var count = 0L;
        foreach (var line in lines)
        {
            // Names in the catalogue may hold a comma, never a quotation mark.
            output.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"{line.OrderId},{line.CustomerId},{line.Time:yyyy-MM-ddTHH:mm:ssZ},{line.Sku},\"{line.Product}\",{line.Category},{line.Quantity},{line.UnitPrice:0.00},EUR,{line.Country}\n"));
            if (++count % 10_000 == 0)
            {
                progress?.Report(count);
            }
        }

        output.Flush();
        progress?.Report(count);
        return count;
    }
}
