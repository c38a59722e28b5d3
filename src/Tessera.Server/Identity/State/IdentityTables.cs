using Microsoft.Data.Sqlite;
using Tessera.Domain;
using Tessera.Server.Identity.Contracts;

namespace Tessera.Server.Identity.State;

/// <summary>The tables of identifiers and links inside one transaction.</summary>
internal sealed class IdentityTables(SqliteConnection connection, SqliteTransaction? transaction) : IDisposable
{
    private const string LinkColumns =
        """
        SELECT link.low, one.kind, one.value, link.high, other.kind, other.value, link.time, link.message, link.source, link.is_explicit
        FROM identity_links AS link JOIN identity_nodes AS one ON one.node = link.low JOIN identity_nodes AS other ON other.node = link.high
        """;

    private readonly Dictionary<string, SqliteCommand> commands = new(StringComparer.Ordinal);

    public void Dispose()
    {
        foreach (var command in commands.Values)
        {
            command.Dispose();
        }
    }

    /// <summary>How many links were read.</summary>
    public long LinksRead { get; private set; }

    /// <summary>Adds an identifier that belongs to itself, unless it is there.</summary>
    /// <returns>Whether it was not.</returns>
    public bool AddNode(string workspace, IdentityNode node) => Execute(
        "INSERT INTO identity_nodes (node, workspace, kind, value, profile) VALUES ($a, $b, $c, $d, $a) ON CONFLICT DO NOTHING",
        Bytes(node.Id), workspace, node.Identifier.Kind, node.Identifier.Value) > 0;

    /// <summary>Adds a link, or what is new of it.</summary>
    /// <returns>What was.</returns>
    public LinkAddition AddLink(IdentityLink link)
    {
        var (low, high, evidence) = (Bytes(link.One.Id), Bytes(link.Other.Id), link.Evidence);
        var known = Query(
            "SELECT time, message, source, is_explicit FROM identity_links WHERE low = $a AND high = $b",
            reader => link with { Evidence = EvidenceAt(reader, 0), IsExplicit = reader.GetBoolean(3) },
            low, high);
        var together = known.Count == 0 ? link : known[0].With(link);
        if (known.Count > 0 && together == known[0])
        {
            return LinkAddition.None;
        }

        evidence = together.Evidence;
        Execute(
            "INSERT OR REPLACE INTO identity_links (low, high, time, message, source, is_explicit) VALUES ($a, $b, $c, $d, $e, $f)",
            low, high, Microseconds(evidence.Time), evidence.MessageId, evidence.Source, together.IsExplicit);
        return known.Count == 0 ? LinkAddition.New : LinkAddition.Changed;
    }

    /// <summary>Every link that is connected with an identifier over any number of others.</summary>
    /// <param name="start">The identifier.</param>
    /// <param name="visited">The identifiers that were come by, added to.</param>
    public List<IdentityLink> Component(Guid start, HashSet<Guid> visited)
    {
        var links = new Dictionary<(Guid, Guid), IdentityLink>();
        var waiting = new Stack<Guid>();
        visited.Add(start);
        waiting.Push(start);
        while (waiting.TryPop(out var node))
        {
            foreach (var link in LinksOf(node))
            {
                LinksRead++;
                links.TryAdd((link.One.Id, link.Other.Id), link);
                foreach (var end in (Guid[])[link.One.Id, link.Other.Id])
                {
                    if (visited.Add(end))
                    {
                        waiting.Push(end);
                    }
                }
            }
        }

        return [.. links.Values];
    }

    /// <summary>The profile that an identifier is of; null when it was never linked.</summary>
    public Guid? ProfileOf(Guid node)
    {
        var found = Query("SELECT profile FROM identity_nodes WHERE node = $a", reader => GuidAt(reader, 0), Bytes(node));
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>The identifiers of a profile that were ever linked.</summary>
    public List<IdentityNode> MembersOf(Guid profile) => Query(
        "SELECT node, kind, value FROM identity_nodes WHERE profile = $a ORDER BY node",
        reader => new IdentityNode(new Identifier(reader.GetString(1), reader.GetString(2)), GuidAt(reader, 0)),
        Bytes(profile));

    /// <summary>The identifiers of a profile, each with the first call that linked it with another.</summary>
    public List<KnownIdentifier> IdentifiersOf(Guid profile) => Query(
        """
        SELECT node, kind, value, time, message, source FROM (
            SELECT node, kind, value, time, message, source, row_number() OVER (PARTITION BY node ORDER BY time, message) AS place
            FROM identity_nodes JOIN identity_links ON low = node OR high = node
            WHERE profile = $a)
        WHERE place = 1
        ORDER BY node
        """,
        reader => new KnownIdentifier(new IdentityNode(new Identifier(reader.GetString(1), reader.GetString(2)), GuidAt(reader, 0)), EvidenceAt(reader, 3)),
        Bytes(profile));

    /// <summary>Identifiers of a workspace in the order of their ids, after one of them.</summary>
    public List<Guid> NodesAfter(string workspace, Guid after, int limit) => Query(
        "SELECT node FROM identity_nodes WHERE workspace = $a AND node > $b ORDER BY node LIMIT $c", reader => GuidAt(reader, 0), workspace, Bytes(after), limit);

    /// <summary>Gives an identifier to a profile, and notes that the engine has to know.</summary>
    public void Move(string workspace, Guid node, Guid profile)
    {
        Execute("UPDATE identity_nodes SET profile = $b WHERE node = $a", Bytes(node), Bytes(profile));
        Execute("INSERT INTO identity_changes (workspace, node, profile) VALUES ($a, $b, $c)", workspace, Bytes(node), Bytes(profile));
    }

    /// <summary>Forgets an identifier with all its links.</summary>
    public int Forget(Guid node) =>
        Execute("DELETE FROM identity_links WHERE low = $a OR high = $a", Bytes(node))
        + Execute("DELETE FROM identity_nodes WHERE node = $a", Bytes(node))
        + Execute("DELETE FROM identity_changes WHERE node = $a OR profile = $a", Bytes(node))
        + Execute("DELETE FROM identity_refresh WHERE profile = $a", Bytes(node));

    /// <summary>Notes that a profile has to be put together anew.</summary>
    public void Refresh(string workspace, Guid profile, bool hasLost) =>
        Execute("INSERT INTO identity_refresh (workspace, profile, has_lost) VALUES ($a, $b, $c)", workspace, Bytes(profile), hasLost);

    public int Execute(string sql, params object[] values) => Command(sql, values).ExecuteNonQuery();

    public List<T> Query<T>(string sql, Func<SqliteDataReader, T> read, params object[] values)
    {
        using var reader = Command(sql, values).ExecuteReader();
        List<T> rows = [];
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    public static Guid GuidAt(SqliteDataReader reader, int column) => new(reader.GetFieldValue<byte[]>(column), bigEndian: true);

    public static byte[] Bytes(Guid id) => id.ToByteArray(bigEndian: true);

    private List<IdentityLink> LinksOf(Guid node) => Query(
        $"{LinkColumns} WHERE link.low = $a UNION ALL {LinkColumns} WHERE link.high = $a",
        reader => new IdentityLink(
            new IdentityNode(new Identifier(reader.GetString(1), reader.GetString(2)), GuidAt(reader, 0)),
            new IdentityNode(new Identifier(reader.GetString(4), reader.GetString(5)), GuidAt(reader, 3)),
            EvidenceAt(reader, 6),
            reader.GetBoolean(9)),
        Bytes(node));

    private static Evidence EvidenceAt(SqliteDataReader reader, int column) => new(
        DateTimeOffset.UnixEpoch.AddTicks(reader.GetInt64(column) * TimeSpan.TicksPerMicrosecond), reader.GetString(column + 1), reader.GetString(column + 2));

    private static long Microseconds(DateTimeOffset time) => (time - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    private SqliteCommand Command(string sql, object[] values)
    {
        if (!commands.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.Transaction = transaction;
#pragma warning disable CA2100 // the texts are this class's own
            command.CommandText = sql;
#pragma warning restore CA2100
            commands.Add(sql, command);
        }

        command.Parameters.Clear();
        for (var index = 0; index < values.Length; index++)
        {
            command.Parameters.AddWithValue($"${(char)('a' + index)}", values[index]);
        }

        return command;
    }
}
