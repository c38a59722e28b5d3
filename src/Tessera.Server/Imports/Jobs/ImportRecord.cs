using Tessera.Domain;

namespace Tessera.Server.Imports.Jobs;

/// <summary>One import, as metadata keeps it.</summary>
internal sealed record ImportRecord
{
    public required Guid Id { get; init; }

    public required WorkspaceKey Workspace { get; init; }

    public required ImportKind Kind { get; init; }

    /// <summary>The name the file was sent under.</summary>
    public required string FileName { get; init; }

    public ImportState State { get; init; }

    /// <summary>SHA-256 of the file as it was sent, in hexadecimal.</summary>
    public required string Sha256 { get; init; }

    public required long BytesTotal { get; init; }

    /// <summary>What the sender said of the mapping: target → column or formula.</summary>
    public IReadOnlyDictionary<string, string> Map { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public ImportOptions Options { get; init; } = new();

    public ImportProgress Progress { get; init; } = new();

    public ImportReport Report { get; init; } = new();

    public string? ErrorCode { get; init; }

    public string? Error { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }
}
