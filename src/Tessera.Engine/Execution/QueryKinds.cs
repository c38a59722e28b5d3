namespace Tessera.Engine.Execution;

/// <summary>The kinds of statement that the log counts apart: a closed set, so that no client can add series to the metrics.</summary>
internal static class QueryKinds
{
    private const string Other = "OTHER";

    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "SELECT", "INSERT", "CREATE", "ALTER", "DROP", "RENAME", "EXCHANGE", "TRUNCATE", "OPTIMIZE", "DELETE", "UPDATE", "SHOW", "DESCRIBE", "EXISTS",
        "EXPLAIN", "CHECK", "SYSTEM", "SET", "USE", "KILL", "BACKUP", "RESTORE", "ATTACH", "DETACH",
    };

    public static string Of(string firstWord) => firstWord switch
    {
        "WITH" or "(" or "FROM" => "SELECT",
        "DESC" => "DESCRIBE",
        _ => Known.Contains(firstWord) ? firstWord : Other,
    };
}
