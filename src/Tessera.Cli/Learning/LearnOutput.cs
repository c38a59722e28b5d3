using System.Globalization;
using System.Text;
using System.Text.Json;
using CsvHelper;

namespace Tessera.Cli.Learning;

/// <summary>How the <c>learn</c> commands answer: JSON, per-row files, and numbers for people.</summary>
internal static class LearnOutput
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static void WriteJson<T>(ProgramEnvironment environment, T answer) => environment.Out.WriteLine(JsonSerializer.Serialize(answer, Json));

    /// <summary>A number with enough digits to compare, and none too many.</summary>
    public static string Number(double? value) => value switch
    {
        null => "",
        { } number when !double.IsFinite(number) => "n/a",
        { } number when Math.Abs(number) >= 1000 => number.ToString("#,0.0", CultureInfo.InvariantCulture),
        { } number => number.ToString("0.0000", CultureInfo.InvariantCulture),
    };

    /// <summary>Writes one row per row of the input.</summary>
    public static void WriteRows(ProgramEnvironment environment, string path, string[] header, IEnumerable<string[]> rows)
    {
        using var file = new FileStream(environment.Absolute(path), FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 16);
        using var text = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        using var writer = CsvWriter.Create(text, new CsvWriterOptions { HasHeader = false, NewLine = "\n" });
        writer.WriteRecord(header);
        foreach (var row in rows)
        {
            writer.WriteRecord(row);
        }
    }

    /// <summary>A number of a per-row file: all its digits, empty where there is none.</summary>
    public static string Exact(double? value) => value is { } number && double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : "";
}
