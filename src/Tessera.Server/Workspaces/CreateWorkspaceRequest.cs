namespace Tessera.Server.Workspaces;

/// <summary>A workspace to create.</summary>
/// <param name="Key">1 to 40 lower-case letters, digits and inner hyphens; never changes.</param>
/// <param name="Name">1 to 100 characters, for people.</param>
/// <param name="Currency">ISO 4217 code in which money is shown. Default: EUR.</param>
/// <param name="TimeZone">IANA time zone in which days begin. Default: UTC.</param>
/// <param name="Sample">Whether it is to hold made-up data. Default: false.</param>
internal sealed record CreateWorkspaceRequest(string Key, string Name, string? Currency = null, string? TimeZone = null, bool Sample = false);
