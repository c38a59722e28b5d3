using System.Text;
using Tessera.Server.Imports.Dates;
using Tessera.Server.Imports.Numbers;

namespace Tessera.Server.Imports.Reading;

/// <summary>Finds the line of column names: the first one, unless titles stand above it.</summary>
internal static class HeaderLocator
{
    private const int RecordsLookedAt = 25;

    /// <summary>Where the column names are.</summary>
    /// <param name="RecordsAbove">How many records stand above them.</param>
    /// <param name="HasNames">Whether there are names at all.</param>
    /// <param name="Columns">The columns.</param>
    /// <param name="Notes">What to tell the sender about the choice.</param>
    public sealed record Header(int RecordsAbove, bool HasNames, ColumnNames Columns, IReadOnlyList<string> Notes);

    /// <summary>Looks at the first records of a file.</summary>
    /// <exception cref="ImportException">There are no column names, or nothing below them.</exception>
    public static Header Locate(IImportFile file, ReadingOptions options)
    {
        var records = ReadFirst(file, options);
        if (records.Count == 0)
        {
            throw ImportErrors.Empty(file.Name);
        }

        var above = Math.Min(options.SkipLines ?? CountTitles(records), records.Count - 1);
        var first = records[above];
        if (options.Header == false)
        {
            var width = records.Skip(above).Max(record => record.Values.Length);
            return new Header(above, HasNames: false, new ColumnNames(Enumerable.Range(0, width).Select(ColumnNames.Numbered)), []);
        }

        if (options.Header is null && LooksLikeData(first.Values))
        {
            throw ImportErrors.NoHeader(file.Name, first.Line, first.Values.Where(value => value.Length > 0).Take(3));
        }

        if (records.Count == above + 1)
        {
            throw ImportErrors.NoRows(file.Name);
        }

        IReadOnlyList<string> notes = above > 0 && options.SkipLines is null
            ? [$"The column names were found in line {first.Line}; the lines above it were passed over."]
            : [];
        return new Header(above, HasNames: true, new ColumnNames(TrimEnd(first.Values)), notes);
    }

    private static List<(long Line, string[] Values)> ReadFirst(IImportFile file, ReadingOptions options)
    {
        using var source = RecordSources.OpenTable(file, options);
        var records = new List<(long, string[])>();
        var wanted = RecordsLookedAt + (options.SkipLines ?? 0);
        while (records.Count < wanted && source.Read())
        {
            records.Add((source.Line, [.. ReadValues(source)]));
        }

        return records;
    }

    private static List<string> ReadValues(RecordSource source)
    {
        var values = new List<string>(source.FieldCount);
        for (var index = 0; index < source.FieldCount; index++)
        {
            values.Add(Encoding.UTF8.GetString(source.Field(index)));
        }

        return values;
    }

    // Titles ("Orders 2011", "Created on …") fill one or two cells of a table that is wider.
    private static int CountTitles(List<(long Line, string[] Values)> records)
    {
        var filled = records.Select(record => record.Values.Count(value => value.Length > 0)).ToList();
        var typical = filled.Order().ElementAt(filled.Count / 2);
        return typical < 3 || filled[0] > typical / 2 ? 0 : filled.FindIndex(count => count > typical / 2);
    }

    private static bool LooksLikeData(string[] values)
    {
        var filled = values.Where(value => value.Length > 0).ToList();
        return filled.Count > 0 && filled.Count(IsData) * 2 > filled.Count;
    }

    private static bool IsData(string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        return NumberEvidence.LooksLikeNumber(bytes) || DateEvidence.LooksLikeDate(bytes);
    }

    private static string[] TrimEnd(string[] values) => values[..(Array.FindLastIndex(values, value => value.Length > 0) + 1)];
}
