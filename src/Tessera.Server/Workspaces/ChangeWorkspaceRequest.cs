namespace Tessera.Server.Workspaces;

/// <summary>What a workspace is to be from now on; what is left out stays as it is.</summary>
/// <param name="Name">1 to 100 characters, for people.</param>
/// <param name="Currency">ISO 4217 code in which money is shown; amounts are not converted.</param>
/// <param name="TimeZone">IANA time zone in which days begin.</param>
/// <param name="Sample">Whether it holds made-up data.</param>
internal sealed record ChangeWorkspaceRequest(string? Name = null, string? Currency = null, string? TimeZone = null, bool? Sample = null);
