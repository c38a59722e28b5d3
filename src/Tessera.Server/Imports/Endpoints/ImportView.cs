using Tessera.Server.Imports.Jobs;
using Tessera.Server.Imports.Planning;
using Tessera.Server.Imports.Reading;

namespace Tessera.Server.Imports.Endpoints;

/// <summary>An import, as the API shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What the file holds.</param>
/// <param name="FileName">The name the file was sent under.</param>
/// <param name="State">Where it is on its way.</param>
/// <param name="RowsRead">Rows read, blank ones not counted: those accepted, rejected and duplicate together.</param>
/// <param name="RowsAccepted">Rows that are there because of this import. Until it is done, duplicates are among them.</param>
/// <param name="RowsRejected">Rows that could not be understood.</param>
/// <param name="RowsDuplicate">Rows that were there already.</param>
/// <param name="BytesRead">Bytes of the file that were read.</param>
/// <param name="BytesTotal">Bytes of the file.</param>
/// <param name="Counts">How many rows are of each kind; for orders: sale, return, cancellation, free, adjustment …, withoutCustomer.</param>
/// <param name="LineTypes">How many order lines are about what: product, postage, discount …</param>
/// <param name="File">How the file is built; null until it was looked at.</param>
/// <param name="Mapping">Which column or formula has what: target → source.</param>
/// <param name="MappingNotes">How the file was understood, in sentences.</param>
/// <param name="Questions">What the sender must decide, in state needs-answer.</param>
/// <param name="Rejections">Why rows were rejected, the commonest reason first.</param>
/// <param name="RejectedUrl">Where the rejected rows can be had as CSV; null when there are none.</param>
/// <param name="ErrorCode">Why it failed, for programs.</param>
/// <param name="Error">Why it failed, in one sentence.</param>
/// <param name="CreatedAt">When the file was here.</param>
/// <param name="StartedAt">When reading began.</param>
/// <param name="FinishedAt">When it was done or had failed.</param>
internal sealed record ImportView(
    Guid Id,
    ImportKind Kind,
    string FileName,
    ImportState State,
    long RowsRead,
    long RowsAccepted,
    long RowsRejected,
    long RowsDuplicate,
    long BytesRead,
    long BytesTotal,
    IReadOnlyDictionary<string, long> Counts,
    IReadOnlyDictionary<string, long> LineTypes,
    FileShape? File,
    IReadOnlyDictionary<string, string> Mapping,
    IReadOnlyList<string> MappingNotes,
    IReadOnlyList<ImportQuestion> Questions,
    IReadOnlyList<RejectionCount> Rejections,
    string? RejectedUrl,
    string? ErrorCode,
    string? Error,
    DateTimeOffset CreatedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? FinishedAt)
{
    /// <summary>The view of a record.</summary>
    public static ImportView Of(ImportRecord import) => new(
        import.Id,
        import.Kind,
        import.FileName,
        import.State,
        import.Progress.RowsRead,
        import.Progress.RowsAccepted,
        import.Progress.RowsRejected,
        import.Progress.RowsDuplicate,
        import.State == ImportState.Done ? import.BytesTotal : Math.Min(import.Progress.BytesRead, import.BytesTotal),
        import.BytesTotal,
        import.Report.Counts,
        import.Report.LineTypes,
        import.Report.File,
        import.Report.Mapping,
        import.Report.Notes,
        import.Report.Questions,
        import.Report.Rejections,
        import.Progress.RowsRejected > 0 && import.State != ImportState.Reading ? $"/api/imports/{import.Id:D}/rejected" : null,
        import.ErrorCode,
        import.Error,
        import.CreatedAt,
        import.StartedAt,
        import.FinishedAt);
}
