namespace Tessera.Server.Imports.Jobs;

/// <summary>Reads one kind of file into the staging area.</summary>
internal interface IImportReading
{
    /// <summary>The kind it reads.</summary>
    ImportKind Kind { get; }

    /// <summary>Reads an import's file from its start; the staging area holds nothing of it yet.</summary>
    /// <returns>
    /// The import with its report and counts, in state <see cref="ImportState.Publishing"/>; or with questions, in state
    /// <see cref="ImportState.NeedsAnswer"/>, and then nothing was staged.
    /// </returns>
    /// <exception cref="ImportException">The file cannot be imported.</exception>
    Task<ImportRecord> ReadAsync(ImportRecord import, ImportMeter meter, CancellationToken cancellationToken);
}
