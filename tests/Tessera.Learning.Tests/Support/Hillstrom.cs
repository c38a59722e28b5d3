using System.Globalization;
using System.IO.Compression;
using Tessera.Learning.Causal;
using Tessera.Learning.Data;
using Tessera.Learning.Validation;
using Tessera.Testing;

namespace Tessera.Learning.Tests.Support;

/// <summary>The MineThatData e-mail test of 2008: Women's e-mail against none, whether customers visited.</summary>
internal static class Hillstrom
{
    private static readonly string[] Names = ["recency", "history_segment", "history", "mens", "womens", "zip_code", "newbie", "channel"];
    private static readonly string[] Categories = ["history_segment", "zip_code", "channel"];

    /// <summary>The test and its folds; a test that asks for them where the data are missing is skipped.</summary>
    public static (UpliftData Data, IReadOnlyList<Fold> Folds) Womens()
    {
        var path = DataSets.Path("hillstrom_email.csv.gz");
        var foldOfRow = File.ReadLines(DataSets.Path("hillstrom_womens_folds.csv")).Skip(1).Select(line => line.Split(',')).ToDictionary(fields => fields[0], fields => fields[1], StringComparer.Ordinal);
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        var rows = Lines(reader).Skip(1)
            // The one comma inside quotes is that of "7) $1,000 +".
            .Select((line, i) => (Fields: line.Replace("$1,000", "$1000", StringComparison.Ordinal).Split(','), Row: (i + 1).ToString(CultureInfo.InvariantCulture)))
            .Where(each => foldOfRow.ContainsKey(each.Row))
            .ToList();
        var table = new Table(Names.Select((name, i) => Categories.Contains(name)
            ? (Column)new CategoricalColumn(name, [.. rows.Select(row => row.Fields[i])])
            : new NumericColumn(name, rows.Select(row => double.Parse(row.Fields[i], CultureInfo.InvariantCulture)).ToArray())));
        var data = new UpliftData(
            FeatureSchema.Of(table, Names).Encode(table),
            rows.Select(row => row.Fields[8] == "Womens E-Mail").ToArray(),
            rows.Select(row => double.Parse(row.Fields[9], CultureInfo.InvariantCulture)).ToArray());
        return (data, Folds.FromColumn(new CategoricalColumn("fold", [.. rows.Select(row => foldOfRow[row.Row])])));
    }

    public static double MeanQini(UpliftData data, IReadOnlyList<Fold> folds, Func<UpliftData, IProgress<FitProgress>?, CancellationToken, IPredictor> fit) => folds.Average(fold =>
    {
        var model = fit(data.Take(fold.Training), null, CancellationToken.None);
        var test = data.Take(fold.Test);
        return UpliftMetrics.Qini(model.Predict(test.Features), test.Treated, test.Outcome);
    });

    private static IEnumerable<string> Lines(StreamReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
