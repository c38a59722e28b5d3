using System.Text;
using Tessera.Engine.Native;
using Tessera.Engine.Statements;

namespace Tessera.Engine.Http;

/// <summary>What must hold for a statement before it is run.</summary>
internal static class StatementCheck
{
    /// <summary>Refuses what this interface does not offer, before anything is asked of the engine.</summary>
    /// <exception cref="EngineException">The statement is one of those.</exception>
    public static void Refuse(StatementText statement)
    {
        if (statement.IsEmpty)
        {
            throw EngineErrors.Syntax("Empty query.");
        }

        if (statement.HasIntoOutfile)
        {
            throw new EngineException(358, "INTO_OUTFILE_NOT_ALLOWED", "INTO OUTFILE is not allowed.");
        }

        if (statement.StartsWith("INSERT") && statement.Mentions("INFILE"))
        {
            throw EngineErrors.NotOffered("INSERT … FROM INFILE is not offered over HTTP; send the data in the request's body.");
        }

        if (statement.StartsWith("INSERT") && statement.Calls("INPUT"))
        {
            throw EngineErrors.NotOffered("INSERT … SELECT … FROM input() is not offered by the embedded engine; insert into a table and select from that.");
        }

        if (statement.StartsWith("CREATE", "TEMPORARY") || statement.StartsWith("CREATE", "OR", "REPLACE", "TEMPORARY"))
        {
            throw EngineErrors.NotOffered("Temporary tables need a session, which the embedded engine does not offer.");
        }

        if (statement.FirstWord is "BEGIN" or "COMMIT" or "ROLLBACK")
        {
            throw EngineErrors.NotOffered("Transactions are not offered by the embedded engine.");
        }
    }

    /// <summary>Lets the engine's own parser confirm that this is one statement, and an allowed one.</summary>
    /// <exception cref="EngineException">It is several, none, or changes something when nothing may be changed.</exception>
    public static void Confirm(ChdbConnection connection, StatementText statement, bool readOnly)
    {
        var (statements, kind) = connection.Classify(statement.Bytes.Span);
        if (statements > 1)
        {
            throw EngineErrors.Syntax("Multi-statements are not allowed: send one statement per request.");
        }

        if (statements == 0)
        {
            throw SyntaxError(connection, statement);
        }

        if (kind != StatementClass.ReadOnly)
        {
            RequireWritable(readOnly);
        }
    }

    /// <exception cref="EngineException">Nothing may be changed by this request.</exception>
    public static void RequireWritable(bool readOnly)
    {
        if (readOnly)
        {
            throw new EngineException(
                EngineErrors.ReadOnly, "READONLY", "Cannot execute query in readonly mode. For queries over HTTP, method GET implies readonly.");
        }
    }

    /// <summary>Has the engine explain what is wrong, without a chance of running any part of the text.</summary>
    private static EngineException SyntaxError(ChdbConnection connection, StatementText statement)
    {
        try
        {
            connection.QueryText("SELECT formatQuery({statement:String})", new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["statement"] = TabSeparated.Escape(Encoding.UTF8.GetString(statement.Bytes.Span)),
            });
        }
        catch (EngineException exception) when (exception.Code == EngineErrors.SyntaxError)
        {
            var scope = exception.Message.IndexOf(": In scope SELECT formatQuery", StringComparison.Ordinal);
            return EngineErrors.Syntax(scope < 0 ? exception.Message : exception.Message[..scope] + ".");
        }

        return EngineErrors.Syntax("The engine does not recognise this statement.");
    }
}
