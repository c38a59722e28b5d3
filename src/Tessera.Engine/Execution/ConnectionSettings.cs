using System.Buffers;
using System.Text;
using Tessera.Engine.Native;

namespace Tessera.Engine.Execution;

/// <summary>The settings a fresh connection has, and how to return to them.</summary>
internal sealed class ConnectionSettings
{
    public const string InitialDatabase = "default";

    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");

    private readonly Dictionary<string, string> values;

    private ConnectionSettings(Dictionary<string, string> values) => this.values = values;

    /// <summary>Reads the settings of a connection that nobody has used yet.</summary>
    public static ConnectionSettings Read(ChdbConnection connection) => new(Changed(connection));

    /// <summary>The names of settings that are not as they were on a fresh connection.</summary>
    public IEnumerable<string> Differing(ChdbConnection connection)
    {
        var now = Changed(connection);
        return now.Keys.Union(values.Keys, StringComparer.Ordinal)
            .Where(name => name != "log_comment" && now.GetValueOrDefault(name) != values.GetValueOrDefault(name))
            .ToList();
    }

    /// <summary>The statement that puts these settings back.</summary>
    public string RestoringStatement(IEnumerable<string> names) => "SET " + string.Join(", ", names.Select(name =>
        name + " = " + (values.TryGetValue(name, out var value) ? QuoteText(value) : "DEFAULT")));

    /// <summary>Refuses what could not be a setting's name, because names cannot travel as parameters.</summary>
    /// <exception cref="EngineException">The name holds other characters than letters, digits and underscores.</exception>
    public static void RequireName(string name)
    {
        if (name.Length is 0 or > 200 || name.AsSpan().ContainsAnyExcept(NameCharacters))
        {
            throw new EngineException(115, "UNKNOWN_SETTING", $"Unknown setting '{name}'.");
        }
    }

    /// <summary>A value as a string literal of ClickHouse SQL.</summary>
    public static string QuoteText(string value) => "'" + Escape(value, '\'') + "'";

    /// <summary>A name as a quoted identifier of ClickHouse SQL.</summary>
    public static string QuoteIdentifier(string name) => "`" + Escape(name, '`') + "`";

    private static string Escape(string value, char quote)
    {
        var escaped = new StringBuilder(value.Length + 8);
        foreach (var character in value)
        {
            if (character == '\\' || character == quote)
            {
                escaped.Append('\\');
            }

            escaped.Append(character);
        }

        return escaped.ToString();
    }

    private static Dictionary<string, string> Changed(ChdbConnection connection)
    {
        // Both columns in hexadecimal, so that no value can break the lines apart.
        var text = connection.QueryText("SELECT hex(name), hex(value) FROM system.settings WHERE changed");
        return text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('\t'))
            .ToDictionary(FromHex(0), FromHex(1), StringComparer.Ordinal);

        static Func<string[], string> FromHex(int column) => columns => Encoding.UTF8.GetString(Convert.FromHexString(columns[column]));
    }
}
