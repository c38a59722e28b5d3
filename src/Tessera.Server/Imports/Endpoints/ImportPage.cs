namespace Tessera.Server.Imports.Endpoints;

/// <summary>Some of the imports of a workspace, newest first.</summary>
/// <param name="Items">The imports.</param>
/// <param name="Next">The cursor of those that follow; null when there are none.</param>
internal sealed record ImportPage(IReadOnlyList<ImportView> Items, string? Next);
