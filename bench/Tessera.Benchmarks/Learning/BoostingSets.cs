using System.Globalization;
using System.IO.Compression;

namespace Tessera.Benchmarks.Learning;

/// <summary>What boosting is measured on: a simulated million rows, and public sets of several sizes.</summary>
internal static class BoostingSets
{
    private const int SimulatedRows = 1_250_000;
    private const int SimulatedColumns = 40;
    private const double MissingShare = 0.05;

    /// <summary>Forty columns, of which ten matter, alone and in pairs; some are whole numbers, some have missing values.</summary>
    public static BoostingSet Simulated()
    {
        var random = new Random(1);
        double[][] columns = [.. Enumerable.Range(0, SimulatedColumns).Select(_ => new double[SimulatedRows])];
        var target = new double[SimulatedRows];
        for (var row = 0; row < SimulatedRows; row++)
        {
            for (var i = 0; i < SimulatedColumns; i++)
            {
                var value = random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5;
                columns[i][row] = i % 4 == 3 ? Math.Floor(8 * value) : value;
            }

            double At(int column) => columns[column][row];
            var odds = At(0) - (2 * At(1) * At(2)) + Math.Sin(4 * At(4)) + (At(5) > 0.3 ? At(6) : -At(6)) + (0.1 * At(3)) + (0.05 * At(7) * At(8)) + (At(9) * At(9)) - 0.6;
            target[row] = random.NextDouble() < 1 / (1 + Math.Exp(-odds)) ? 1 : 0;
            for (var i = 0; i < SimulatedColumns; i += 5)
            {
                columns[i][row] = random.NextDouble() < MissingShare ? double.NaN : columns[i][row];
            }
        }

        return new BoostingSet("simulated", "simulated, 40 columns", columns, target);
    }

    /// <summary>Who leaves, of 7,043 customers.</summary>
    public static BoostingSet Telco(string path) =>
        Of("telco", "Telco churn, 19 columns", File.ReadLines(path).Skip(1).Select(line => line.Split(',')), fields => fields[1..^1], fields => fields[^1] == "Yes");

    /// <summary>Who visits after an e-mail, of 64,000 customers.</summary>
    public static BoostingSet Hillstrom(string path) =>
        Of("hillstrom", "Hillstrom, visit, 9 columns", Lines(path), fields => fields[..9], fields => fields[9] == "1");

    /// <summary>Which of 541,909 invoice lines have a known customer.</summary>
    public static BoostingSet Retail(string path) => Of(
        "retail",
        "Online Retail, lines whose customer is known, 7 columns",
        Lines(path),
        fields =>
        {
            // The description, the only field with commas in it, is the third.
            var time = DateTime.Parse(fields[^4], CultureInfo.InvariantCulture);
            return [fields[^5], fields[^3], fields[1], fields[^1], $"{time.Hour}", $"{time.DayOfYear}", $"{(int)time.DayOfWeek}"];
        },
        fields => fields[^2].Length > 0);

    private static IEnumerable<string[]> Lines(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            yield return line.Split(',');
        }
    }

    private static BoostingSet Of(string name, string description, IEnumerable<string[]> lines, Func<string[], string[]> inputs, Func<string[], bool> isPositive)
    {
        var rows = lines.Select(fields => (Inputs: inputs(fields), IsPositive: isPositive(fields))).ToList();
        double[][] columns = [.. Enumerable.Range(0, rows[0].Inputs.Length).Select(column => Numbers([.. rows.Select(row => row.Inputs[column])]))];
        return new BoostingSet(name, description, columns, [.. rows.Select(row => row.IsPositive ? 1.0 : 0.0)]);
    }

    // Numbers as they are; where most values are none, texts are numbered in the order of their first appearance.
    private static double[] Numbers(string[] texts)
    {
        double[] numbers = [.. texts.Select(text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN)];
        if (2 * numbers.Count(double.IsNaN) < numbers.Length)
        {
            return numbers;
        }

        var codes = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            codes.TryAdd(text, codes.Count);
        }

        return [.. texts.Select(text => codes[text])];
    }
}
