namespace Tessera.ClickHouse;

/// <summary>Where a ClickHouse engine is and how to talk to it.</summary>
/// <remarks>Immutable; a client asks for it again before each request, so an engine that restarts elsewhere is found.</remarks>
public sealed record ClickHouseOptions
{
    /// <summary>The address of the HTTP interface, such as <c>http://127.0.0.1:8123/</c>.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>The user to sign in as.</summary>
    public string User { get; init; } = "default";

    /// <summary>The user's password, or null for none. It travels in a header and never in the address.</summary>
    public string? Password { get; init; }

    /// <summary>The database that unqualified table names mean.</summary>
    public string Database { get; init; } = "default";

    /// <summary>
    /// How long one statement may run, from one second up. The engine is told (<c>max_execution_time</c>, whole seconds) and
    /// the client waits <see cref="Grace"/> longer, so that the engine's own, better message arrives first.
    /// </summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How much longer than <see cref="Timeout"/> the client waits for an answer, or for more of one.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Whether inserted rows are sent with gzip: worth it across a network, a waste on one machine.</summary>
    public bool CompressRequests { get; init; }

    /// <summary>Whether results are asked for with gzip: worth it across a network, a waste on one machine.</summary>
    public bool CompressResponses { get; init; }

    /// <summary>How often and how soon a statement that may safely be repeated is tried again.</summary>
    public RetryOptions Retry { get; init; } = new();
}
