namespace Tessera.ClickHouse.Transport;

/// <summary>One statement to be sent, and how.</summary>
/// <param name="Statement">The statement.</param>
internal sealed record Call(Statement Statement)
{
    /// <summary>The format of the result, or null for the engine's choice.</summary>
    public string? Format { get; init; }

    /// <summary>Rows to insert, sent as the body; the SQL then goes into the address.</summary>
    public ReadOnlyMemory<byte>? Rows { get; init; }

    /// <summary>Writes rows to insert into the body while it is sent, once; the SQL then goes into the address.</summary>
    public Func<Stream, CancellationToken, Task>? Body { get; init; }

    /// <summary>Whether the SQL goes into the address, because the body has rows.</summary>
    public bool HasRows => Rows is not null || Body is not null;

    /// <summary>Whether sending it twice does no harm.</summary>
    public bool IsRepeatable { get; init; }

    /// <summary>Whether the engine shall hold its answer back until all is done, so that a late error has its proper status.</summary>
    public bool WaitsForEnd { get; init; }

    /// <summary>The path, "/" for statements.</summary>
    public string Path { get; init; } = "/";
}
