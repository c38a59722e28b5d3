namespace Tessera.Server.Imports.Jobs;

/// <summary>How far an import is. While rows are read, those accepted include those that will turn out to be duplicates.</summary>
internal sealed record ImportProgress
{
    /// <summary>Bytes of the file that were read.</summary>
    public long BytesRead { get; init; }

    /// <summary>Rows that were read, blank ones not counted: accepted, rejected and duplicate ones together.</summary>
    public long RowsRead { get; init; }

    /// <summary>Rows that are there because of this import.</summary>
    public long RowsAccepted { get; init; }

    /// <summary>Rows that could not be understood.</summary>
    public long RowsRejected { get; init; }

    /// <summary>Rows that were there already.</summary>
    public long RowsDuplicate { get; init; }
}
