using Microsoft.AspNetCore.Http;
using Tessera.Server.Hosting.Problems;

namespace Tessera.Server.Ingestion.Tracking;

/// <summary>Every way in which a request to the tracking API is refused as a whole.</summary>
internal static class TrackingProblems
{
    public static Problem NoWriteKey() => new(
        StatusCodes.Status401Unauthorized,
        "write-key-missing",
        "No write key",
        "Send the source's write key as user name of Basic authentication, or as \"writeKey\" in the body; the default source's is in write.key in the data directory.");

    public static Problem UnknownWriteKey() => new(
        StatusCodes.Status401Unauthorized,
        "write-key-unknown",
        "Write key not known",
        "No source has this write key; the default source's is in write.key in the data directory.");

    public static Problem NoSuchSource() => new(
        StatusCodes.Status404NotFound, "source-not-found", "No such source", "No source has this write key; the default source's is in write.key in the data directory.");

    public static Problem Unreadable(string problem) => new(
        StatusCodes.Status400BadRequest, "body-malformed", "Body not understood", $"The body {problem}.");

    public static Problem BodyTooLarge() => new(
        StatusCodes.Status400BadRequest, "body-too-large", "Body too large", "The body is larger than 500 KB; send fewer calls at a time.");

    public static Problem CallTooLarge() => new(
        StatusCodes.Status400BadRequest, "call-too-large", "Call too large", "The call is larger than 32 KB; send less with it. It was kept aside.");

    public static Problem UnknownEncoding(string encoding) => new(
        StatusCodes.Status415UnsupportedMediaType, "encoding-unsupported", "Encoding not supported", $"The body may be gzip or not packed at all, but not \"{encoding}\".");

    public static Problem Busy() => new(
        StatusCodes.Status429TooManyRequests, "log-full", "Too much at once", "More calls are waiting to be stored than fit; send these again in a second.");

    public static Problem NotStored() => new(
        StatusCodes.Status503ServiceUnavailable,
        "log-unavailable",
        "Not stored",
        "The event log cannot be written at the moment, perhaps because the disk is full; send these calls again later.");
}
