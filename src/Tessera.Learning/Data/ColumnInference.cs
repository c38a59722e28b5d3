namespace Tessera.Learning.Data;

/// <summary>Sees the values of one column of a plain file once and tells what they are.</summary>
/// <remarks>
/// Rules. Empty, NA, N/A, #N/A, NaN, null and \N are missing. A column is numeric when all its values are numbers, or all but at
/// most 1 %, of at most three spellings (those then count as missing and are named); a time when all are
/// times with the year first; categorical when its names repeat: at most 64 of them, or at most 1,000 that occur ten times each on average; else text.
/// Memory is bounded by 1,000 names.
/// </remarks>
public sealed class ColumnInference
{
    private const int MostCategories = 1000;
    private const int FewCategories = 64;
    private const int RowsPerCategory = 10;
    private const int MostOddSpellings = 3;
    private const int LeastNumbersPerOddValue = 99;

    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly SortedSet<string> odd = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private bool tooManyNames;
    private long present;
    private long numbers;
    private long times;

    /// <summary>Creates it; it has seen nothing.</summary>
    public ColumnInference() => lookup = names.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What the column is, by what was seen so far. A column without any value is numeric.</summary>
    public ColumnKind Kind => true switch
    {
        _ when IsNumeric => ColumnKind.Numeric,
        _ when times == present => ColumnKind.Time,
        _ when !tooManyNames && (names.Count <= FewCategories ? names.Count < present : present >= (long)RowsPerCategory * names.Count) => ColumnKind.Categorical,
        _ => ColumnKind.Text,
    };

    /// <summary>Spellings in a numeric column that are no numbers and count as missing.</summary>
    public IReadOnlyCollection<string> OddValues => Kind == ColumnKind.Numeric ? odd : [];

    private bool IsNumeric =>
        numbers == present || (odd.Count <= MostOddSpellings && numbers >= LeastNumbersPerOddValue * (present - numbers));

    /// <summary>Sees a value.</summary>
    /// <param name="value">The value as it stands in the file.</param>
    public void Add(ReadOnlySpan<char> value)
    {
        var trimmed = value.Trim();
        if (MissingValues.Contains(trimmed))
        {
            return;
        }

        present++;
        if (ValueText.TryNumber(trimmed, out _))
        {
            numbers++;
        }
        else
        {
            if (odd.Count <= MostOddSpellings)
            {
                odd.Add(trimmed.ToString());
            }

            times += ValueText.TryTime(trimmed, out _) ? 1 : 0;
        }

        if (!tooManyNames && !lookup.Contains(trimmed))
        {
            tooManyNames = names.Count == MostCategories;
            if (!tooManyNames)
            {
                lookup.Add(trimmed);
            }
        }
    }
}
