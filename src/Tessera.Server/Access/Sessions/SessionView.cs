namespace Tessera.Server.Access.Sessions;

/// <summary>Who is signed in.</summary>
/// <param name="SignedIn">Always true: without a session or token the answer is 401.</param>
/// <param name="User">The person, as far as they are known.</param>
/// <param name="Workspaces">What they may open, <c>default</c> first.</param>
/// <param name="Version">The version of the server.</param>
internal sealed record SessionView(bool SignedIn, SessionUser User, IReadOnlyList<SessionWorkspace> Workspaces, string Version);

/// <summary>The person who is signed in.</summary>
/// <param name="Name">What to call them.</param>
internal sealed record SessionUser(string Name);

/// <summary>A workspace in the list to choose from.</summary>
/// <param name="Key">Its key, for the header <c>Tessera-Workspace</c>.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Currency">The ISO 4217 code in which its money is shown.</param>
/// <param name="TimeZone">The IANA time zone in which its days begin.</param>
/// <param name="Sample">Whether it holds made-up data.</param>
internal sealed record SessionWorkspace(string Key, string Name, string Currency, string TimeZone, bool Sample);
