namespace Tessera.Server.Imports.Mapping;

/// <summary>The export of a shop system, known as a whole.</summary>
/// <param name="Name">What it is, for a sentence: "a Shopify order export".</param>
/// <param name="Signature">Columns that together give it away.</param>
/// <param name="Columns">The column of each target; those a file does not have are left out.</param>
/// <param name="Currency">The currency of its amounts, when it is known and the export does not say.</param>
internal sealed record Platform(string Name, IReadOnlyList<string> Signature, Dictionary<string, string> Columns, string? Currency = null);
