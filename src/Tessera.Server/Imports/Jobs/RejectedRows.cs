using System.Globalization;
using System.Text;
using Tessera.Server.Imports.Rows;

namespace Tessera.Server.Imports.Jobs;

/// <summary>Writes the rows that could not be understood to a CSV file, and counts them by reason.</summary>
internal sealed class RejectedRows(string path) : IDisposable
{
    /// <summary>The header of the file.</summary>
    public const string Header = "line,column,value,reason,raw";

    private const int LongestRaw = 10_000;
    private const int MostReasons = 1000;

    private readonly Dictionary<(string Reason, string Column), (long Rows, long Line, string Example)> reasons = [];
    private StreamWriter? file;

    /// <summary>How many rows were rejected.</summary>
    public long Count { get; private set; }

    /// <summary>The reasons, the commonest first.</summary>
    public IReadOnlyList<RejectionCount> Reasons => [.. reasons
        .Select(entry => new RejectionCount(entry.Key.Reason, entry.Key.Column, entry.Value.Rows, entry.Value.Line, entry.Value.Example))
        .OrderByDescending(reason => reason.Rows)
        .ThenBy(reason => reason.Line)];

    /// <summary>Adds a row.</summary>
    /// <param name="line">The line it starts on.</param>
    /// <param name="problem">What is wrong with it.</param>
    /// <param name="raw">The row as it stands in the file.</param>
    public void Add(long line, in RowProblem problem, string raw)
    {
        Count++;
        var key = (problem.Reason, problem.Source);
        if (reasons.TryGetValue(key, out var seen))
        {
            reasons[key] = seen with { Rows = seen.Rows + 1 };
        }
        else if (reasons.Count < MostReasons)
        {
            reasons[key] = (1, line, problem.Value);
        }

        if (file is null)
        {
            file = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
            file.WriteLine(Header);
        }

        file.Write(line.ToString(CultureInfo.InvariantCulture));
        Write(problem.Source);
        Write(problem.Value);
        Write(problem.Reason);
        Write(raw.Length > LongestRaw ? raw[..LongestRaw] : raw);
        file.WriteLine();
    }

    public void Dispose() => file?.Dispose();

    /// <summary>
    /// A spreadsheet takes a text that begins like a formula for one, and the file is made to be looked at in one: an apostrophe makes it text.
    /// Rows are put right in the file that was imported and imported again from there, so nothing has to be read back from here.
    /// </summary>
    private static string AsText(string value) =>
        value is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] && !decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out _)
            ? "'" + value
            : value;

    private void Write(string text)
    {
        var value = AsText(text);
        file!.Write(',');
        if (value.AsSpan().ContainsAny(",\"\r\n"))
        {
            file.Write('"');
            file.Write(value.Replace("\"", "\"\"", StringComparison.Ordinal));
            file.Write('"');
        }
        else
        {
            file.Write(value);
        }
    }
}
