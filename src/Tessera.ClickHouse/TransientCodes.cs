namespace Tessera.ClickHouse;

/// <summary>The engine's errors that pass by themselves: overload, lost peers, a server going down.</summary>
internal static class TransientCodes
{
    private static readonly HashSet<int> Codes =
    [
        202, // TOO_MANY_SIMULTANEOUS_QUERIES
        203, // NO_FREE_CONNECTION
        209, // SOCKET_TIMEOUT
        210, // NETWORK_ERROR
        216, // QUERY_WITH_SAME_ID_IS_ALREADY_RUNNING: its answer was lost on the way, and it is not finished
        225, // NO_ZOOKEEPER
        236, // ABORTED: the server is shutting down
        242, // TABLE_IS_READ_ONLY: a replica lost its coordinator
        252, // TOO_MANY_PARTS: merges catch up
        279, // ALL_CONNECTION_TRIES_FAILED
        285, // TOO_FEW_LIVE_REPLICAS
        319, // UNKNOWN_STATUS_OF_INSERT
        999, // KEEPER_EXCEPTION
    ];

    public static bool Contains(int code) => Codes.Contains(code);
}
