namespace Tessera.ClickHouse.Transport;

/// <summary>The names in a request's address that mean something to the interface itself and so are no settings.</summary>
internal static class ReservedNames
{
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "query", "database", "default_format", "user", "password", "quota_key", "role", "query_id", "session_id", "session_check",
        "session_timeout", "close_session", "compress", "decompress", "stacktrace", "buffer_size", "wait_end_of_query",
    };

    public static void ThrowIfNotASetting(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (!name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_')
            || Names.Contains(name) || name.StartsWith("param_", StringComparison.Ordinal))
        {
            throw new ArgumentException($"'{name}' is not an engine setting.", nameof(name));
        }
    }
}
