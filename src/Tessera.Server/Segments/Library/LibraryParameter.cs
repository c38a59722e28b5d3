namespace Tessera.Server.Segments.Library;

/// <summary>Something about a ready segment that can be chosen.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it is.</param>
/// <param name="Value">What it is in this workspace; null when nothing suitable was found.</param>
internal sealed record LibraryParameter(string Name, string Description, string? Value);
