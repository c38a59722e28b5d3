using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Tessera.ClickHouse.Sql;

namespace Tessera.ClickHouse;

/// <summary>One numbered step of a schema: statements that are run once, in order.</summary>
/// <remarks>
/// ClickHouse has no transactions around tables, so a crash can fall between two statements; the whole migration then runs again at
/// the next start. Write each statement so that it may: <c>CREATE TABLE IF NOT EXISTS</c>, <c>ADD COLUMN IF NOT EXISTS</c>.
/// </remarks>
public sealed class Migration
{
    private const int NumberDigits = 4;

    /// <summary>A migration.</summary>
    /// <param name="number">Its place in the order, 1 to 9999.</param>
    /// <param name="name">What it does, as in the file's name; not empty.</param>
    /// <param name="sql">Its statements, separated by semicolons.</param>
    /// <exception cref="ArgumentException">The number is out of range, or there is no name or no statement.</exception>
    public Migration(int number, string name, string sql)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 9999);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentException.ThrowIfNullOrWhiteSpace(sql);
        Number = number;
        Name = name;
        Statements = SqlText.Split(sql);
        if (Statements.Count == 0)
        {
            throw new ArgumentException($"Migration {number:0000}_{name} has no statement.", nameof(sql));
        }

        var text = sql.ReplaceLineEndings("\n").Trim();
        Checksum = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>Its place in the order.</summary>
    public int Number { get; }

    /// <summary>What it does.</summary>
    public string Name { get; }

    /// <summary>Its statements in order, without semicolons.</summary>
    public IReadOnlyList<string> Statements { get; }

    /// <summary>The SHA-256 of its text in hexadecimal; line endings and space around do not count.</summary>
    public string Checksum { get; }

    /// <summary>The migrations that an assembly embeds: resources named <c>…NNNN_name.sql</c> in the given folder or folders.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="folder">
    /// The end of the folder's name with dots, such as <c>Migrations.Engine</c>: every folder that ends so is taken.
    /// </param>
    /// <returns>The migrations by number.</returns>
    /// <exception cref="ArgumentException">A file's name is not of the form, or two have one number.</exception>
    public static IReadOnlyList<Migration> Embedded(Assembly assembly, string folder)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        var marker = $".{folder}.";
        var migrations = assembly.GetManifestResourceNames()
            .Where(resource => resource.EndsWith(".sql", StringComparison.Ordinal) && resource.Contains(marker, StringComparison.Ordinal))
            .Select(resource => FromResource(assembly, resource, resource.LastIndexOf(marker, StringComparison.Ordinal) + marker.Length))
            .OrderBy(migration => migration.Number)
            .ToList();
        RequireDistinctNumbers(migrations);
        return migrations;
    }

    /// <summary>The number and the name.</summary>
    public override string ToString() => $"{Number:0000}_{Name}";

    internal static void RequireDistinctNumbers(IEnumerable<Migration> migrations)
    {
        if (migrations.GroupBy(migration => migration.Number).FirstOrDefault(group => group.Skip(1).Any()) is { } twins)
        {
            throw new ArgumentException($"Two migrations have one number: {string.Join(", ", twins)}.", nameof(migrations));
        }
    }

    private static Migration FromResource(Assembly assembly, string resource, int nameStart)
    {
        var fileName = resource[nameStart..^".sql".Length];
        if (fileName.Length < NumberDigits + 2 || fileName[NumberDigits] != '_'
            || !int.TryParse(fileName.AsSpan(0, NumberDigits), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            throw new ArgumentException($"The migration {resource} must be named NNNN_name.sql.", nameof(resource));
        }

        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return new Migration(number, fileName[(NumberDigits + 1)..], reader.ReadToEnd());
    }
}
