using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Tessera.Server.Hosting;

/// <summary>One numbered step of a schema, never changed once it has been released.</summary>
/// <param name="Number">Its place in the order, unique across capabilities.</param>
/// <param name="Name">What it does, from the file name.</param>
/// <param name="Sql">Its statements.</param>
internal sealed record SqlMigration(int Number, string Name, string Sql)
{
    /// <summary>SHA-256 of the text, in hexadecimal; line ends count as LF so that a checkout's settings do not matter.</summary>
    public string Checksum { get; } =
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));

    /// <summary>Reads number and name from <c>NNNN_name</c>.</summary>
    /// <exception cref="InvalidOperationException">The file name has another form.</exception>
    public static SqlMigration Parse(string fileName, string sql)
    {
        var parts = fileName.Split('_', 2);
        return parts.Length == 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new SqlMigration(number, parts[1], sql)
            : throw new InvalidOperationException($"A migration is named NNNN_name.sql, not \"{fileName}.sql\".");
    }
}
