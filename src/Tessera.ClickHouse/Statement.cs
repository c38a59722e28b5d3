using System.Collections.Immutable;
using Tessera.ClickHouse.Sql;
using Tessera.ClickHouse.Transport;

namespace Tessera.ClickHouse;

/// <summary>A SQL text with values for its placeholders, settings, and how it may be run.</summary>
/// <remarks>
/// Placeholders are ClickHouse's own: <c>{workspace:String}</c>, <c>{days:Array(Date)}</c>, <c>{table:Identifier}</c>. Values travel
/// beside the SQL and are read by the engine as values of that type; they never become SQL. Immutable: each method returns
/// another statement, so one can be kept and used again with other values.
/// </remarks>
/// <example>
/// <code>
/// new Statement("SELECT count() FROM order_lines WHERE workspace = {workspace:String} AND time &gt;= {from:DateTime64(6, 'UTC')}")
///     .With("workspace", "default")
///     .With("from", new DateTimeOffset(2011, 1, 1, 0, 0, 0, TimeSpan.Zero))
/// </code>
/// </example>
public sealed class Statement
{
    private readonly Lazy<IReadOnlyList<Placeholder>> placeholders;

    /// <summary>A statement without values.</summary>
    /// <param name="sql">One SQL statement, without FORMAT and without a closing semicolon.</param>
    public Statement(string sql)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(sql);
        Sql = sql;
        placeholders = new Lazy<IReadOnlyList<Placeholder>>(() => Placeholder.In(sql));
    }

    private Statement(Statement other)
    {
        Sql = other.Sql;
        placeholders = other.placeholders;
        Values = other.Values;
        Settings = other.Settings;
        QueryId = other.QueryId;
        Timeout = other.Timeout;
        IsIdempotent = other.IsIdempotent;
        IsWithoutDatabase = other.IsWithoutDatabase;
    }

    /// <summary>The SQL text.</summary>
    public string Sql { get; }

    /// <summary>The id that the engine shall run the statement under, or null for one made by the client.</summary>
    public string? QueryId { get; private init; }

    /// <summary>How long it may run, or null for the client's default.</summary>
    public TimeSpan? Timeout { get; private init; }

    /// <summary>Whether it may be sent again when the connection breaks, because running it twice is the same as once.</summary>
    public bool IsIdempotent { get; private init; }

    internal ImmutableDictionary<string, object?> Values { get; private init; } = ImmutableDictionary<string, object?>.Empty;

    internal ImmutableDictionary<string, string> Settings { get; private init; } = ImmutableDictionary<string, string>.Empty;

    internal bool IsWithoutDatabase { get; private init; }

    /// <summary>Whether the statement only reads, judged by its first word.</summary>
    internal bool IsRead => SqlText.FirstWord(Sql) is "SELECT" or "WITH" or "SHOW" or "DESCRIBE" or "DESC" or "EXISTS" or "EXPLAIN";

    /// <summary>A statement from a <c>.sql</c> file embedded beside a type.</summary>
    /// <param name="beside">A type in the namespace (folder) of the file; its assembly embeds the file.</param>
    /// <param name="fileName">The file's name with its extension, such as <c>Scores.sql</c>.</param>
    /// <returns>The statement.</returns>
    /// <exception cref="ArgumentException">The assembly embeds no such file.</exception>
    public static Statement Embedded(Type beside, string fileName)
    {
        ArgumentNullException.ThrowIfNull(beside);
        using var stream = beside.Assembly.GetManifestResourceStream(beside, fileName)
            ?? throw new ArgumentException($"{beside.Assembly.GetName().Name} embeds no file {beside.Namespace}.{fileName}.", nameof(fileName));
        using var reader = new StreamReader(stream);
        return new Statement(reader.ReadToEnd());
    }

    /// <summary>Gives a placeholder its value.</summary>
    /// <param name="name">The placeholder's name.</param>
    /// <param name="value">
    /// Null for a Nullable type; otherwise bool, a whole number, double, decimal, string, Guid, DateOnly, DateTimeOffset, an enum, an
    /// address, an array or list, a dictionary, a value tuple, to match the placeholder's type.
    /// </param>
    /// <returns>The statement with the value; one given before is replaced.</returns>
    /// <exception cref="ArgumentException">The SQL has no such placeholder, or the value is not of its type.</exception>
    public Statement With(string name, object? value)
    {
        var placeholder = placeholders.Value.FirstOrDefault(candidate => candidate.Name == name)
            ?? throw new ArgumentException($"The statement has no parameter '{name}'; it has {Names()}.", nameof(name));
        _ = ParameterText.Of(placeholder, value);
        return new Statement(this) { Values = Values.SetItem(name, value) };
    }

    /// <summary>Sets an engine setting for this statement.</summary>
    /// <param name="name">The setting, such as <c>max_threads</c>: letters, digits and underscores.</param>
    /// <param name="value">Its value.</param>
    /// <returns>The statement with the setting.</returns>
    /// <exception cref="ArgumentException">The name cannot be a setting, or the client sets it itself.</exception>
    public Statement WithSetting(string name, string value)
    {
        ReservedNames.ThrowIfNotASetting(name);
        return new Statement(this) { Settings = Settings.SetItem(name, value) };
    }

    /// <summary>Names the run, to find or end it in the engine.</summary>
    /// <param name="queryId">The id; a second try has another, derived from it.</param>
    /// <returns>The statement with the id.</returns>
    public Statement WithQueryId(string queryId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(queryId);
        return new Statement(this) { QueryId = queryId };
    }

    /// <summary>Lets the statement run longer, or less long, than the client's default.</summary>
    /// <param name="timeout">From one second up.</param>
    /// <returns>The statement with the limit.</returns>
    public Statement WithTimeout(TimeSpan timeout)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(timeout, TimeSpan.FromSeconds(1));
        return new Statement(this) { Timeout = timeout };
    }

    /// <summary>
    /// Declares that running the statement twice is the same as running it once (<c>CREATE … IF NOT EXISTS</c>, an insert with its own
    /// deduplication token), so that it is sent again when the connection breaks.
    /// </summary>
    /// <returns>The statement so declared.</returns>
    public Statement AsIdempotent() => new(this) { IsIdempotent = true };

    /// <summary>The SQL text; values are left out, they may be personal.</summary>
    public override string ToString() => Sql;

    internal Statement WithoutDatabase() => new(this) { IsWithoutDatabase = true };

    /// <summary>The values as they are sent.</summary>
    /// <exception cref="InvalidOperationException">A placeholder has no value.</exception>
    internal IEnumerable<KeyValuePair<string, string>> ParameterTexts()
    {
        foreach (var placeholder in placeholders.Value)
        {
            if (!Values.TryGetValue(placeholder.Name, out var value))
            {
                throw new InvalidOperationException($"The parameter '{placeholder.Name}' ({placeholder.Type}) of the statement has no value.");
            }

            yield return KeyValuePair.Create("param_" + placeholder.Name, ParameterText.Of(placeholder, value));
        }
    }

    private string Names() => placeholders.Value.Count == 0
        ? "none"
        : string.Join(", ", placeholders.Value.Select(placeholder => placeholder.Name));
}
