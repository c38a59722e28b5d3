namespace Tessera.Cli.Api;

/// <summary>What the command line says about the server.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Token">The token for the address.</param>
/// <param name="Data">Its data directory.</param>
/// <param name="MayCreate">Whether an empty data directory may be made when there is none.</param>
internal sealed record ServerChoice(string? Url, string? Token, string? Data, bool MayCreate);
