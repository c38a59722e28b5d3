namespace Tessera.Server.Ingestion.Sources;

/// <summary>What sends the calls of a source; it decides which snippet is shown first, and nothing else.</summary>
internal enum SourceKind
{
    /// <summary>Anything that speaks HTTP.</summary>
    Http,

    /// <summary>A web page, with Segment's SDK for browsers.</summary>
    Browser,

    /// <summary>A server, with Segment's SDK for Node.js or another language.</summary>
    Server,

    /// <summary>An app on a phone.</summary>
    Mobile,
}
