using System.Text;

namespace Tessera.Engine.Statements;

/// <summary>
/// KILL QUERY WHERE query_id = '…' [SYNC | ASYNC]. The library gives every statement an identifier of its own, so the
/// client's identifier is looked up here instead of in system.processes.
/// </summary>
internal sealed record KillStatement(string QueryId, bool Wait)
{
    /// <summary>Recognises the form above, the identifier as a literal or a parameter; null for any other statement.</summary>
    public static KillStatement? TryRead(StatementText text, IReadOnlyDictionary<string, string> parameters)
    {
        if (!text.StartsWith("KILL", "QUERY", "WHERE", "QUERY_ID") || !text.IsSymbol(4, '='))
        {
            return null;
        }

        int next;
        string? id = null;
        if (text.Count > 5 && text[5].Kind == TokenKind.Text)
        {
            id = TabSeparated.Unescape(Encoding.UTF8.GetString(text.Span(5)[1..^1]));
            next = 6;
        }
        else if (text.IsSymbol(5, '{') && text.IsSymbol(7, ':') && text.IsSymbol(9, '}'))
        {
            id = parameters.TryGetValue(Encoding.UTF8.GetString(text.Span(6)), out var value) ? TabSeparated.Unescape(value) : null;
            next = 10;
        }
        else
        {
            return null;
        }

        var wait = text.IsWord(next, "SYNC");
        var ended = next == text.Count || (next + 1 == text.Count && (wait || text.IsWord(next, "ASYNC")));
        return id is not null && ended ? new KillStatement(id, wait) : null;
    }
}
