namespace Tessera.Server.Hosting.Health;

/// <summary>The process is alive.</summary>
/// <param name="Status">Always <c>alive</c>.</param>
internal sealed record Liveness(string Status);

/// <summary>Whether the server can work.</summary>
/// <param name="Ready">Whether every part can.</param>
/// <param name="Parts">Each part; nothing more is said without signing in.</param>
internal sealed record Readiness(bool Ready, IReadOnlyList<ReadinessPart> Parts);

/// <summary>One part of the server.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Ready">Whether it can work.</param>
internal sealed record ReadinessPart(string Name, bool Ready);
