using System.Globalization;
using Tessera.Server.Segments.Rfm;

namespace Tessera.Server.Tests.Segments;

/// <summary>A line of <c>GET /api/rfm/customers.csv</c>.</summary>
internal sealed record ExportedCustomer(Guid ProfileId, string UserId, int RecencyDays, int Frequency, decimal Monetary, RfmScores Scores, string Segment)
{
    public static ExportedCustomer Parse(string line)
    {
        var fields = line.Split(',').Select(field => field.Trim('"')).ToArray();
        return new ExportedCustomer(
            Guid.ParseExact(fields[0], "D"), fields[1], Number(fields[2]), Number(fields[3]), decimal.Parse(fields[4], CultureInfo.InvariantCulture),
            new RfmScores(Number(fields[5]), Number(fields[6]), Number(fields[7])), fields[8]);
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
