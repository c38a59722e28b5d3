namespace Tessera.Engine.Http;

/// <summary>
/// Thrown out of a request whose response must not seem complete. Kestrel then sends what was written, leaves out the mark of a
/// proper end, and closes the connection.
/// </summary>
#pragma warning disable CA1032 // It carries nothing: what went wrong is in the response and in the log of statements.
internal sealed class ResponseBrokenOffException() : Exception("The result was broken off by an error of the engine.");
#pragma warning restore CA1032
