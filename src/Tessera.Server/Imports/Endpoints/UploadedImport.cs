using Tessera.Server.Imports.Jobs;

namespace Tessera.Server.Imports.Endpoints;

/// <summary>What came with an upload.</summary>
internal sealed class UploadedImport
{
    /// <summary>What the file holds; null when it was not said.</summary>
    public ImportKind? Kind { get; set; }

    /// <summary>What the sender says of the mapping.</summary>
    public IReadOnlyDictionary<string, string> Map { get; set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What else the sender says.</summary>
    public ImportOptions Options { get; set; } = new();

    /// <summary>The file's name; null when there was no file.</summary>
    public string? FileName { get; set; }
}
