using System.Globalization;

namespace Tessera.Segments.Sql;

/// <summary>The values of a statement, each once however often it is used.</summary>
internal sealed class ParameterSet
{
    private readonly Dictionary<(string Type, object Key), string> names = [];
    private readonly List<SqlParameter> all = [];

    /// <summary>The values that a text uses.</summary>
    internal IReadOnlyList<SqlParameter> In(string sql) => [.. all.Where(parameter => sql.Contains($"{{{parameter.Name}:", StringComparison.Ordinal))];

    internal string Text(string value) => Add("String", value, value);

    internal string Number(long value) => Add("Int64", value, value);

    internal string Id(Guid value) => Add("UUID", value, value);

    internal string Real(double value) => Add("Float64", value, value);

    internal string Time(DateTimeOffset value) => Add("DateTime64(6, 'UTC')", value, value);

    internal string Texts(IEnumerable<string> values) => new ValueList<string>(values) is var list ? Add("Array(String)", list, list.ToArray()) : string.Empty;

    internal string Numbers(IEnumerable<long> values) => new ValueList<long>(values) is var list ? Add("Array(Int64)", list, list.ToArray()) : string.Empty;

    private string Add(string type, object key, object value)
    {
        if (!names.TryGetValue((type, key), out var name))
        {
            name = "p" + all.Count.ToString(CultureInfo.InvariantCulture);
            names.Add((type, key), name);
            all.Add(new SqlParameter(name, type, value));
        }

        return $"{{{name}:{type}}}";
    }
}
