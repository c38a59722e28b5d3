using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Tessera.Server.Imports.Reading;

/// <summary>The names of a table's columns, and how a column is found by what somebody calls it.</summary>
internal sealed class ColumnNames
{
    // The program runs without culture data, so accents are folded by this table.
    private static readonly FrozenDictionary<char, char> Unaccented =
        "aàáâãäåāăą cçćč dďđ eèéêëēęě gğ iìíîïīı lł nñńň oòóôõöøő rř sśšş tťț uùúûüūůű yýÿ zźżž"
            .Split(' ')
            .SelectMany(group => group[1..].Select(letter => (letter, Plain: group[0])))
            .ToFrozenDictionary(entry => entry.letter, entry => entry.Plain);

    private readonly string[] names;

    /// <param name="names">The names in order; a blank one is replaced by the column's number, <c>#3</c>.</param>
    public ColumnNames(IEnumerable<string> names) =>
        this.names = [.. names.Select((name, index) => name.Length == 0 ? Numbered(index) : name)];

    /// <summary>The names in order.</summary>
    public IReadOnlyList<string> All => names;

    /// <summary>How a column without a name is called: <c>#1</c> is the first.</summary>
    public static string Numbered(int index) => $"#{(index + 1).ToString(CultureInfo.InvariantCulture)}";

    /// <summary>The name in the form in which names are compared: letters and digits only, lower case, accents removed.</summary>
    public static string Normalise(string name)
    {
        var normal = new StringBuilder(name.Length);
        foreach (var letter in name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant))
        {
            normal.Append(Unaccented.GetValueOrDefault(letter, letter));
        }

        return normal.ToString();
    }

    /// <summary>Finds a column by its number (<c>#3</c>) or name: exactly, else whatever the case, else by its letters and digits alone.</summary>
    /// <returns>The index of the column.</returns>
    /// <exception cref="ImportException">There is no such column, or more than one.</exception>
    public int Find(string name) =>
        TryFind(name, out var index) ? index : throw ImportErrors.NoSuchColumn(name, Suggest(name), names);

    /// <summary>Finds a column as <see cref="Find"/> does, without complaint when there is none.</summary>
    /// <exception cref="ImportException">There is more than one.</exception>
    public bool TryFind(string name, out int index)
    {
        index = -1;
        if (name.StartsWith('#') && int.TryParse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            index = number - 1;
            return index >= 0 && index < names.Length;
        }

        var normal = Normalise(name);
        return TryFind(name, candidate => string.Equals(candidate, name, StringComparison.Ordinal), out index)
            || TryFind(name, candidate => string.Equals(candidate, name, StringComparison.OrdinalIgnoreCase), out index)
            || (normal.Length > 0 && TryFind(name, candidate => string.Equals(Normalise(candidate), normal, StringComparison.Ordinal), out index));
    }

    private bool TryFind(string name, Func<string, bool> matches, out int index)
    {
        var found = Enumerable.Range(0, names.Length).Where(candidate => matches(names[candidate])).ToList();
        index = found.Count > 0 ? found[0] : -1;
        return found.Count > 1 ? throw ImportErrors.ColumnTwice(name, found.Select(position => position + 1)) : found.Count == 1;
    }

    private string? Suggest(string name)
    {
        var normal = Normalise(name);
        var nearest = names
            .Select(candidate => (Name: candidate, Distance: EditDistance(normal, Normalise(candidate))))
            .MinBy(candidate => candidate.Distance);
        return nearest.Name is not null && nearest.Distance <= Math.Max(1, normal.Length / 3) ? nearest.Name : null;
    }

    /// <summary>Levenshtein's distance: how many letters to insert, remove or change. O(|a|·|b|).</summary>
    private static int EditDistance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length];
    }
}
